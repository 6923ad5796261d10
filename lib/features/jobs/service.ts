import type { Grant } from '../../domain/access/grant'
import { reading } from '../../server/db'
import type { FailedJob } from './schema'
import * as store from './store'

/** The page shows the last; the log of the server keeps all. */
const SHOWN = 50

export const listFailedJobs = (grant: Grant<'platform:admin'>): Promise<readonly FailedJob[]> =>
  reading(grant, (tx) => store.findFailedJobs(tx, grant, SHOWN))
