import { buildIfChanged, generateClient } from './launch/build'
import { command } from './launch/sentence'

/** For images: what `npm start` would build, without a database. */
await command(async () => {
  generateClient()
  buildIfChanged()
})
