import { defineConfig } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import shared from '../e2e/playwright.config.ts'

/** The pictures of every screen, by `npm run screenshots`; no test, so it is in no run. */
export default defineConfig({
  ...shared,
  testDir: '.',
  outputDir: projectPath('test-results'),
  testMatch: 'screens.ts',
  retries: 0,
  timeout: 600_000,
})
