import { describe, expect, it } from 'vitest'
import { env } from '@/lib/server/env'
import { schemaDifference } from '@/scripts/launch/schema-difference'

describe('the migrations', () => {
  it('say what the schema says, so that the next one writes only what changed', () => {
    expect(schemaDifference(env().DIRECT_DATABASE_URL)).toBeNull()
  }, 60_000)
})
