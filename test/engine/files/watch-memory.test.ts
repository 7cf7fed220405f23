import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const watcher = new URL('../../../engine/files/watch-memory.ts', import.meta.url)

/** Fills 400 MB outside the heap without a pause, in a process that may use this many MB. */
const fill = (allowed: number) =>
  spawnSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { watchMemory } from ${JSON.stringify(watcher)}
     watchMemory(${allowed} * 1e6)
     const until = Date.now() + 1500
     const kept = []
     while (Date.now() < until) if (kept.length < 40) kept.push(Buffer.alloc(1e7, 'x'))`,
  ])

it('kills a process that never pauses, once it takes more memory than allowed', () => {
  expect(fill(300)).toMatchObject({ status: null, signal: 'SIGKILL' })
})

it('leaves a process alone that stays below, and lets it end', () => {
  expect(fill(2_000)).toMatchObject({ status: 0, signal: null })
})
