import { InstallUpload, LARGEST_UPLOAD } from '@/lib/features/installing/schema'
import { orderFromUpload } from '@/lib/features/installing/service'
import { uploadRoute } from '@/lib/server/upload'

/** The body is the zip of a release; `?release=` names it where the file does not. Installed by a job. */
export const POST = uploadRoute(
  { permission: 'release:install', input: InstallUpload, limit: LARGEST_UPLOAD, status: 202 },
  orderFromUpload,
)
