import { defineConfig } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { browserLaunch } from '../helpers/chromium.ts'

/** The tests in a real browser, over the built page and the built server. */
export default defineConfig({
  testDir: '.',
  outputDir: projectPath('test-results'),
  // What is built runs as it is; each worker would take seconds to compile it once more.
  build: { external: [projectPath('dist/**')] },
  globalSetup: projectPath('test/e2e/helpers/global-setup.ts'),
  fullyParallel: true,
  forbidOnly: true,
  // A real program on a busy machine is sometimes late for once; what needed it is named at the end.
  retries: 1,
  workers: 2,
  reporter: 'list',
  // What a page takes depends on how busy the machine is; what must come within a time says so itself.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    launchOptions: browserLaunch(),
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
})
