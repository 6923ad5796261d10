'use client'

import { useState } from 'react'
import { closeSession } from '../../lib/client/session'
import { Button, type ButtonLook } from '../ui/button'

export function SignOutButton({
  look = 'bare',
  wide = false,
}: {
  readonly look?: ButtonLook
  readonly wide?: boolean
}) {
  const [leaving, setLeaving] = useState(false)
  const leave = () => {
    setLeaving(true)
    void closeSession('/sign-in')
  }
  return (
    <Button look={look} wide={wide} onClick={leave} disabled={leaving}>
      Sign out
    </Button>
  )
}
