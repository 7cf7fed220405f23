import { defineConfig } from '@playwright/test'
import { projectPath } from '../../build/project.ts'
import { findElectron } from './electron.ts'

/**
 * The tests of the built desktop shell on a real Electron, one window at a time. One that is too old for the database
 * shows the shell around an engine on a Node of its own, and nothing else.
 */
export default defineConfig({
  testDir: '.',
  testMatch: findElectron()?.runsEngine ? '*.spec.ts' : 'on-node.spec.ts',
  outputDir: projectPath('test-results/desktop'),
  forbidOnly: true,
  // A real program on a busy machine is sometimes late for once; what needed it is named at the end.
  retries: 1,
  workers: 1,
  reporter: 'list',
  timeout: 60_000,
  expect: { timeout: 15_000 },
})
