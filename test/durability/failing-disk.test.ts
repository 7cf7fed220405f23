import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { counts } from '../helpers/counts.ts'
import { ownFolder } from '../helpers/sample-workbook.ts'
import { beforeDisk, canStandBeforeDisk } from './disk/preload.ts'
import { preparedBook } from './disk/prepared-book.ts'

/** A child's word on one failure. */
interface Became {
  readonly calls: number
  readonly acknowledged: number
  readonly lost: readonly number[]
  readonly errors: readonly string[]
}

const SAVES = 200

describe.runIf(canStandBeforeDisk)('a disk of which one write or flush fails', () => {
  it(`loses nothing that was acknowledged, whichever of ${SAVES} saves it is in`, () => {
    const folder = ownFolder()
    const { book, participant } = preparedBook()
    const script = new URL('disk/save-while-failing.ts', import.meta.url).pathname
    const args = [script, folder, book, participant, String(SAVES), String(counts.failingEvery)]
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...process.env, ...beforeDisk(join(ownFolder(), 'disk.so'), { folder }) },
    })
    expect(status, stderr).toBe(0)
    const all = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Became)
    expect(all.filter(({ lost }) => lost.length > 0)).toEqual([])
    const failed = all.filter(({ errors }) => errors.length > 0)
    expect(failed.length).toBeGreaterThan(SAVES / counts.failingEvery)
    // Each of them is named as what it is, and never a sentence of SQLite's.
    const codes = new Set(failed.flatMap(({ errors }) => errors))
    expect([...codes].filter(code => !/^[A-Z_]+$/.test(code))).toEqual([])
    expect(codes).toContain('DISK_FULL')
    process.stdout.write(`${failed.length} calls that failed: ${[...codes].join(', ')}\n`)
  }, 1_200_000)
})
