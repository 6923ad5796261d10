'use client'

import { useRouter } from 'next/navigation'
import { Button, type ButtonLook } from '../ui/button'
import { FormDone, FormProblem } from './form-problem'
import { useForm, type Submit } from './use-form'

interface PressFormProps {
  readonly press: Submit<unknown>
  /** Sent with it. */
  readonly fields?: Readonly<Record<string, string>>
  readonly label: string
  /** Said aloud where the label alone would not say which: "Revoke the key Epic export". */
  readonly spoken?: string
  readonly look?: ButtonLook
  readonly wide?: boolean
  /** In place of the button afterwards; without it the page is read again. */
  readonly doneText?: string
  /** Where to go afterwards. */
  readonly next?: string
}

/** One button that does one thing. */
export function PressForm({
  press,
  fields = {},
  label,
  spoken,
  look = 'main',
  wide = false,
  doneText,
  next,
}: PressFormProps) {
  const router = useRouter()
  const { frame, pending, done, problem, errorOf } = useForm({
    submit: press,
    onDone: () => (next === undefined ? router.refresh() : window.location.assign(next)),
  })
  if (done && doneText !== undefined) return <FormDone>{doneText}</FormDone>
  const [wrong] = Object.keys(fields).map(errorOf).filter(Boolean)
  return (
    <form {...frame} className="grid gap-3">
      <FormProblem text={problem ?? wrong ?? null} />
      {Object.entries(fields).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <Button type="submit" look={look} wide={wide} disabled={pending} aria-label={spoken}>
        {label}
      </Button>
    </form>
  )
}
