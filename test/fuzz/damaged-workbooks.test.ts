import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { WorkbookError } from '../../engine/errors.ts'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { type Random, seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { addSyntheticRatings } from '../../engine/ratings/synthetic/synthetic-ratings.ts'
import { consolidate } from '../../engine/results/consolidate.ts'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { openLibrary } from '../../engine/workbooks/library.ts'
import { createWorkbook, openWorkbookForReading } from '../../engine/workbooks/open.ts'
import { counts } from '../helpers/counts.ts'
import { ownFolder, program } from '../helpers/sample-workbook.ts'

const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000))

/** A closed workbook file with some people's ratings and comments. */
function ratedFile(folder: string): string {
  const file = `${folder}/whole.sqlite`
  const framework = exampleFramework()
  const content = {
    title: 'Whole',
    scale: 5,
    madeUp: true,
    framework: { ...framework, indicators: framework.indicators.slice(0, 12) },
  } as const
  const workbook = createWorkbook(file, content, program)
  addSyntheticRatings(workbook, { workshops: 1, participants: 6, seed: 3 })
  workbook.close()
  return file
}

type Damage = (random: Random, bytes: Buffer) => Buffer

const below = (random: Random, limit: number): number => Math.floor(random() * limit)

/** The damages that happen to files: bits that flip, pages that are blank or old, an end that is missing. */
const DAMAGES: readonly Damage[] = [
  (random, bytes) => {
    for (let n = 1 + below(random, 8); n > 0; n--) {
      const at = below(random, bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8))
    }
    return bytes
  },
  (random, bytes) => bytes.fill(0, 8192 * below(random, bytes.length / 8192)).subarray(0),
  (random, bytes) => {
    const at = 8192 * below(random, bytes.length / 8192)
    return bytes.fill(0, at, at + 8192)
  },
  (random, bytes) => {
    const [from, to] = [0, 0].map(() => 8192 * (1 + below(random, bytes.length / 8192 - 1)))
    bytes.copy(bytes, to, from, (from ?? 0) + 8192)
    return bytes
  },
  (random, bytes) => bytes.subarray(0, below(random, bytes.length)),
  (random, bytes) => {
    // A digit in a word or a number, which breaks nothing that SQLite looks at.
    const at = below(random, bytes.length)
    const next = bytes.subarray(at).findIndex(byte => byte >= 0x30 && byte <= 0x7a)
    if (next >= 0) bytes[at + next] = (bytes[at + next] ?? 0) ^ 1
    return bytes
  },
]

/** Every figure, comment and title that the program gives of a workbook. */
function told(file: string): string {
  const workbook = openWorkbookForReading(file, program)
  try {
    const rows = ['rating', 'comment_record', 'participant', 'workshop', 'indicator'].map(table =>
      workbook.store.prepare(`SELECT * FROM ${table}`).all({}),
    )
    return JSON.stringify([consolidate(workbook, { round: 1 }), rows])
  } finally {
    workbook.close()
  }
}

it(`tells of ${counts.damagedWorkbooks} damaged workbooks what is right or that they are damaged, never a wrong number`, {
  timeout: 900_000,
}, () => {
  console.log(`FUZZ_SEED=${SEED}`)
  const folder = ownFolder()
  const whole = ratedFile(folder)
  const right = told(whole)
  const bytes = readFileSync(whole)
  const file = `${folder}/damaged.sqlite`
  let refused = 0
  for (let index = 0; index < counts.damagedWorkbooks; index++) {
    const random = seededRandom(SEED * 1_000_003 + index)
    const damage = DAMAGES[index % DAMAGES.length]
    writeFileSync(file, damage?.(random, Buffer.from(bytes)) ?? bytes)
    let isRefused = false
    try {
      expect(told(file), `damage ${index}`).toBe(right)
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error
      expect(['DAMAGED_WORKBOOK', 'NOT_A_WORKBOOK', 'NEWER_WORKBOOK']).toContain(error.code)
      expect(error.message).toContain('damaged.sqlite')
      isRefused = true
    }
    if (!isRefused) continue
    refused++
    expect(isFoundByVerify(file), `damage ${index}`).toBe(true)
  }
  console.log(`${refused} of ${counts.damagedWorkbooks} refused by name`)
  expect(refused).toBeGreaterThan(counts.damagedWorkbooks / 3)
})

function isFoundByVerify(file: string): boolean {
  try {
    return !verifyWorkbook(file, program).ok
  } catch (error) {
    return error instanceof WorkbookError
  }
}

it('keeps damage to the file that has it: the library lists the healthy one beside it, and the other by name', () => {
  const folder = ownFolder()
  const whole = ratedFile(folder)
  const bytes = readFileSync(whole)
  const damaged = `${folder}/another.sqlite`
  for (let index = 0; index < 12; index++) {
    const random = seededRandom(SEED * 7_000_003 + index)
    writeFileSync(damaged, DAMAGES[index % 5]?.(random, Buffer.from(bytes)) ?? bytes)
    const before = readFileSync(damaged)
    const library = openLibrary(folder, program)
    const { workbooks, unreadable, apart } = library.list()
    expect(workbooks.map(({ title }) => title)).toEqual(['Whole'])
    expect(apart).toEqual([])
    expect(unreadable.map(one => one.file)).toEqual(['another.sqlite'])
    library.close()
    expect(readFileSync(damaged).equals(before)).toBe(true)
  }
})
