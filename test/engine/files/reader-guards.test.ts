import { execFileSync, spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const watcher = new URL('../../../engine/files/reader-guards.ts', import.meta.url)

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
  // Windows has no signals: whoever is ended there leaves with 1.
  const killed = process.platform === 'win32' ? { status: 1 } : { signal: 'SIGKILL' }
  expect(fill(300)).toMatchObject(killed)
})

it('leaves a process alone that stays below, and lets it end', () => {
  expect(fill(2_000)).toMatchObject({ status: 0, signal: null })
})

/** Reads an odd number of bytes as UTF-16 over and over, in a process that may die of it. */
const READS = `
  const { guardUtf16 } = await import(process.argv[1])
  guardUtf16()
  guardUtf16()
  const bytes = Buffer.from('ab'.repeat(9_000), 'utf16le')
  for (let from = 1; from < 2_000; from++) bytes.subarray(from).toString('utf16le')
  const texts = [
    bytes.toString('utf16le', 0, 5),
    bytes.toString('ucs2', 2, 4),
    bytes.toString('utf16le', 7, 3),
    bytes.subarray(0, 4).toString('utf16le'),
    bytes.subarray(0, 3).toString('latin1'),
    Buffer.from('plain').toString(),
  ]
  process.stdout.write(JSON.stringify(texts))
`

it('leaves half a character off instead of letting Node write past its memory', () => {
  const args = ['--input-type=module', '--eval', READS, watcher.href]
  const texts = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  expect(texts).toEqual(['ab', 'b', '', 'ab', 'a\0b', 'plain'])
})
