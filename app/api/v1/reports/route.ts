import { SendReport } from '@/lib/features/reports/schema'
import { sendReport } from '@/lib/features/reports/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ input: SendReport, status: 201 }, sendReport),
})
