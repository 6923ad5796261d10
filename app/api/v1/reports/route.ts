import { SendReport } from '@/lib/features/reports/schema'
import { sendReport } from '@/lib/features/reports/service'
import { publicRoute } from '@/lib/server/route'

export const POST = publicRoute({ input: SendReport, status: 201 }, sendReport)
