import { defineConfig } from 'vitest/config'

/** The tests that need no window: real SQLite, real files, real sockets. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/desktop/**'],
    pool: 'forks',
    maxWorkers: 2,
    // Two processes for all files: one for each file spends half a second on loading the same modules anew. What a
    // file of tests changes in its process, such as a variable, it puts back.
    isolate: false,
    // Pictures are the same bytes whatever fonts a machine has.
    env: { WORKBOOK_FONTS: 'bundled' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
