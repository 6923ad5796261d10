import { text } from 'node:stream/consumers'
import type { ReleaseSource } from '../../lib/server/release-source'
import { Sentence } from '../launch/sentence'

/** A whole file of a zip as text. */
export async function textOf(source: ReleaseSource, name: string): Promise<string> {
  if (!source.names.includes(name)) throw new Sentence(`${source.label ?? 'The file'} has no ${name} inside.`)
  return text(await source.open(name))
}
