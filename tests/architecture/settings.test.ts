import fs from 'node:fs'
import { expect, it } from 'vitest'
import { ENV_SCHEMA } from '@/lib/server/env'

const lines = fs.readFileSync('.env.example', 'utf8').split('\n')

it('shows every setting in .env.example, with its default, in the order of the schema', () => {
  const shown = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(/=(.*)/s))
  const defaults = Object.entries(ENV_SCHEMA.parse({})).map(([name, value]) => [name, String(value)])
  expect(shown.map(([name, value]) => [name, value])).toEqual(defaults)
})
