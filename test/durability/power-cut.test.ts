import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { counts, isLongRun } from '../helpers/counts.ts'
import { ownFolder, program } from '../helpers/sample-workbook.ts'
import { type Noted, readNoted } from './disk/noted.ts'
import { copyInto, createDisk } from './disk/power-cuts.ts'
import { beforeDisk, canStandBeforeDisk } from './disk/preload.ts'
import { preparedBook } from './disk/prepared-book.ts'
import { type LastSaid, lastKept, TEXTS } from './disk/say-much.ts'

const SAVES = 400
const SEED = 20261129
/** So many cuts apart, a workbook is opened and verified by the program as well. */
const OPENED_EVERY = 100

/** Says much on a watched disk; gives the workbook as it was before, and every call to the disk. */
function saidOnDisk(synchronous: '' | 'NORMAL' = '') {
  const { book, participant } = preparedBook()
  const folder = ownFolder()
  const watched = copyInto(folder, book)
  const log = join(ownFolder(), 'calls')
  const script = new URL('disk/save-until-done.ts', import.meta.url).pathname
  const args = [script, folder, watched, participant, String(SAVES), synchronous]
  const { stderr, signal } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...beforeDisk(join(ownFolder(), 'disk.so'), { folder, log }) },
  })
  expect(signal, stderr).toBe('SIGKILL')
  return { book, noted: readNoted(log) }
}

/** The last texts in a file that a power cut left, by SQLite alone. */
function textsIn(file: string): LastSaid {
  const database = new Database(file)
  try {
    // The file is thrown away at once, so nobody waits for the disk.
    database.pragma('synchronous = OFF')
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    return lastKept(database.prepare<[], string>(TEXTS).pluck().all())
  } finally {
    database.close()
  }
}

/**
 * Cuts the power so many times; gives the number of cuts after which something that was told is not there. Of cuts that
 * leave the same files, byte for byte, the texts are read once.
 */
function cut(book: string, noted: readonly Noted[], times: number): number {
  const random = seededRandom(SEED)
  const first = noted.findIndex(({ kind }) => kind === 'told')
  const points = Array.from(
    { length: times },
    () => first + 1 + Math.floor(random() * (noted.length - first)),
  ).toSorted((one, other) => one - other)
  const folder = join(ownFolder(), 'after')
  const file = join(folder, 'sample.sqlite')
  const disk = createDisk(book)
  const told: LastSaid = new Map()
  const read = new Map<string, LastSaid>()
  let [at, lost] = [0, 0]
  for (const [index, point] of points.entries()) {
    for (; at < point; at++) {
      const each = noted[at]
      if (!each) break
      if (each.kind === 'told') tell(told, each.text)
      else disk.take(each)
    }
    const left = disk.lose(random)
    const isOpened = index % OPENED_EVERY === 0
    if (isOpened || !read.has(left.key)) left.writeInto(folder)
    const kept = read.get(left.key) ?? textsIn(file)
    read.set(left.key, kept)
    if ([...told].some(([field, number]) => number > (kept.get(field) ?? 0))) lost += 1
    if (isOpened) expectToOpen(file)
  }
  return lost
}

function tell(told: LastSaid, text: string): void {
  const [field = 0, number = 0] = text.split(' ').map(Number)
  told.set(field, number)
}

function expectToOpen(file: string): void {
  expect(verifyWorkbook(file, program).checks.filter(({ ok }) => !ok)).toEqual([])
  openWorkbook(file, program).close()
}

describe.runIf(canStandBeforeDisk)('a power cut', () => {
  it(`takes nothing that was acknowledged, ${counts.powerCuts} times over`, () => {
    const { book, noted } = saidOnDisk()
    expect(noted.filter(({ kind }) => kind === 'told').length).toBe(SAVES)
    expect(cut(book, noted, counts.powerCuts)).toBe(0)
  }, 1_800_000)

  it.runIf(isLongRun)(
    'would take some, were not each save flushed',
    () => {
      const { book, noted } = saidOnDisk('NORMAL')
      expect(cut(book, noted, 100)).toBeGreaterThan(0)
    },
    300_000,
  )
})
