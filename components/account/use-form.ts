'use client'

import { startTransition, useActionState, useEffect, useRef, type FormEvent } from 'react'
import { refuse, type Refusal, type Result } from '../../lib/domain/shared/result'

/** What a form sends its fields to; a server action is one. */
export type Submit<T> = (input: unknown) => Promise<Result<T>>

type Options<T> = {
  readonly submit: Submit<T>
  readonly onDone?: (value: T, form: FormData) => void | Promise<void>
  /** The fields as the action wants them, where plain fields will not do. */
  readonly read?: (form: FormData) => unknown
}

const UNREACHED = 'Could not reach the server, and nothing was changed. Check the connection and try again.'

/**
 * A form that keeps what was typed when it is refused, says what is wrong at each field and moves to the first one.
 * Without `onDone` the answer stays in `value`.
 */
export function useForm<T>({ submit, onDone, read = (form) => form }: Options<T>) {
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch, pending] = useActionState(async (_: Result<T> | null, data: FormData) => {
    const result = await submit(read(data)).catch(() => refuse('CONFLICT', UNREACHED))
    if (result.ok) await onDone?.(result.value, data)
    return result
  }, null)
  const refusal = state && !state.ok ? state.error : null
  useEffect(() => {
    if (refusal) focusFirstWrong(form.current, refusal)
  }, [refusal])
  // Not `action=`: React would empty the form after a refusal.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    startTransition(() => dispatch(data))
  }
  return {
    frame: { ref: form, onSubmit, noValidate: true, 'aria-busy': pending },
    pending,
    done: state?.ok === true,
    value: state?.ok ? state.value : null,
    /** What is wrong that belongs to no field. */
    problem: refusal && !refusal.fields?.length ? refusal.message : null,
    errorOf: (field: string) =>
      refusal?.fields?.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message,
  }
}

/** Focus goes to the first wrong field in the order of the page, or to the sentence that belongs to none. */
function focusFirstWrong(form: HTMLFormElement | null, { fields = [] }: Refusal): void {
  const isWrong = (name: string) => fields.some(({ path }) => path === name || path.startsWith(`${name}.`))
  const shown = [...(form?.querySelectorAll<HTMLElement>('[name]:not([type="hidden"])') ?? [])]
  const wrong = shown.find((field) => isWrong(field.getAttribute('name') ?? ''))
  const target = wrong ?? form?.querySelector<HTMLElement>('[data-problem]')
  target?.focus()
}
