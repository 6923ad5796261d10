import { env } from 'node:process'
import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: env['DIRECT_DATABASE_URL'] ?? env['DATABASE_URL'] ?? 'postgresql://unset' },
})
