import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/test/chromium'

const port = process.env['E2E_PORT'] ?? '3917'
const baseURL = `http://127.0.0.1:${port}`
const browser = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL,
    trace: 'off',
    launchOptions: {
      ...(browser && browser !== 'own' ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  // The product as people start it, on data of its own and on what a fresh install knows.
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${baseURL}/api/v1/health`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: {
      DATA_DIR: '.test-data/e2e',
      HOST: '127.0.0.1',
      PORT: port,
      RATE_LIMIT_PER_MINUTE: '1000000',
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      DIRECT_DATABASE_URL: '',
      NEXTAUTH_SECRET: '',
      NEXTAUTH_URL: '',
      SMTP_URL: '',
      CMS_RELEASES_DIR: '',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  },
})
