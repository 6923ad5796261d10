import { noSuchAddress } from '@/lib/server/methods'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = noSuchAddress
