import { InstallUpload, LARGEST_UPLOAD } from '@/lib/features/installing/schema'
import { orderFromUpload } from '@/lib/features/installing/service'
import { methods } from '@/lib/server/methods'
import { uploadRoute } from '@/lib/server/upload'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  /**
   * The body is the zip of a release, or a table of unit limits; `?release=` or `?effective=` says which where the name of
   * the file does not. Installed by a job.
   */
  POST: uploadRoute(
    { permission: 'release:install', input: InstallUpload, limit: LARGEST_UPLOAD, status: 202 },
    orderFromUpload,
  ),
})
