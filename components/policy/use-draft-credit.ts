'use client'

import { useEffect, useState } from 'react'
import { callApi } from '@/lib/client/api'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { PolicySample } from '@/lib/domain/sample/policy-sample'
import type { Result } from '@/lib/domain/shared/result'
import { asPolicyObject, type Draft } from './draft'

/** Long enough for a word to be typed, short enough to feel live. */
const PAUSE_MS = 180

type Answer = {
  readonly sample: string
  /** The question that it answers. */
  readonly asked: string
  readonly credited: CalculatedCase | null
  readonly problem: string | null
}

/**
 * The sample under the draft, by the interface that everything else is calculated with. Until the first answer it is
 * what `unchanged` says: a draft begins as the policy that counts.
 */
export function useDraftCredit(draft: Draft, sample: PolicySample, date: string, unchanged: CalculatedCase) {
  const policy = JSON.stringify(asPolicyObject(draft))
  const [first] = useState(policy)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const asked = `${sample.id} ${policy}`
  useEffect(() => {
    if (policy === first) return
    const control = new AbortController()
    const ask = async () => {
      const body = { dateOfService: date, policy: JSON.parse(policy) as unknown, lines: sample.lines }
      const result = await callApi<CalculatedCase>('POST', '/api/v1/calculate', { body, signal: control.signal })
      if (!control.signal.aborted) setAnswer((before) => answerOf(result, sample.id, asked, before))
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [asked, policy, first, sample, date])
  const isFirst = policy === first
  const known = answer?.sample === sample.id ? answer.credited : null
  return {
    credited: isFirst ? unchanged : (known ?? unchanged),
    problem: answer?.asked === asked ? answer.problem : null,
    /** False while an answer is under way. */
    settled: isFirst || answer?.asked === asked,
  }
}

/** A draft that cannot be credited yet keeps the number before it, and says what is wrong. */
function answerOf(result: Result<CalculatedCase>, sample: string, asked: string, before: Answer | null): Answer {
  if (result.ok) return { sample, asked, credited: result.value, problem: null }
  const credited = before?.sample === sample ? before.credited : null
  return { sample, asked, credited, problem: result.error.fields?.[0]?.message ?? result.error.message }
}
