import { defineConfig } from '@playwright/test'
import { projectPath } from '../../build/project.ts'

/** The tests of the built desktop shell on a real Electron, one window at a time. */
export default defineConfig({
  testDir: '.',
  outputDir: projectPath('test-results/desktop'),
  forbidOnly: true,
  // A real program on a busy machine is sometimes late for once; what needed it is named at the end.
  retries: 1,
  workers: 1,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 15_000 },
})
