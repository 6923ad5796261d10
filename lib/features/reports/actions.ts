'use server'

import { action } from '../../server/action'
import { MarkReport } from './schema'
import { answerReport } from './service'

export const answerReportAction = action({ permission: 'platform:admin', input: MarkReport }, answerReport)
