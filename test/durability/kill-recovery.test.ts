import { spawn } from 'node:child_process'
import { cpSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { backUpIfChanged } from '../../engine/backups/back-up.ts'
import { recoverWorkbook } from '../../engine/backups/recover.ts'
import { recordRating } from '../../engine/ratings/record.ts'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { openLibrary } from '../../engine/workbooks/library.ts'
import { bundleScript } from '../helpers/bundle-script.ts'
import { counts } from '../helpers/counts.ts'
import { readerWithin } from '../helpers/reader-within.ts'
import { ownFolder, program, rating, sampleRoom } from '../helpers/sample-workbook.ts'

const KILLS = counts.recoveryKills
const SEED = 20261129

/** A workbook with a backup, and two ratings after it of which the later is damaged; gives its file. */
function damagedWorkbook(): string {
  const { workbook, person, at } = sampleRoom()
  recordRating(workbook, rating(person, at(0), 4))
  backUpIfChanged(workbook)
  recordRating(workbook, rating(person, at(1), 3))
  recordRating(workbook, rating(person, at(2), 5))
  workbook.close()
  const { file } = workbook.store
  const database = new Database(file)
  const trigger = database
    .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE name = 'rating_stays'`)
    .pluck()
    .get()
  database.exec(`DROP TRIGGER rating_stays;
    UPDATE rating SET level = 1 WHERE rowid = (SELECT max(rowid) FROM rating); ${trigger}`)
  database.close()
  return file
}

/** The time that a recovery takes on this machine now, so that kills fall within it; measured again by each that ends. */
let takesMs = 200

/** Recovers in a process of its own that is killed a part of the way; true if it came to its end before. */
function recoverAndKill(script: string, file: string, part: number): Promise<boolean> {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  let begun = 0
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') {
      begun = performance.now()
      setTimeout(() => child.kill('SIGKILL'), takesMs * part)
    }
    said += data.toString()
    if (said.includes('done')) takesMs = performance.now() - begun
  })
  return new Promise(resolve => child.once('close', () => resolve(said.includes('done'))))
}

/** The answers that a library has of its one workbook at its next start; null where it is to be recovered. */
function atNextStart(folder: string): number | null {
  const library = openLibrary(folder, program)
  try {
    const { workbooks, unreadable, apart } = library.list()
    expect(apart).toEqual([])
    expect(workbooks.length + unreadable.length).toBe(1)
    return workbooks[0]?.ratings ?? null
  } finally {
    library.close()
  }
}

it(`leaves a damaged workbook or a recovered one, never half of it, through ${KILLS} kills`, async () => {
  const script = await bundleScript('test/durability/recover-until-killed.ts')
  const damaged = damagedWorkbook()
  const random = seededRandom(SEED)
  const folder = join(ownFolder(), 'library')
  const file = join(folder, basename(damaged))
  let recovered = 0
  // Once to its end, which tells the time that it takes.
  cpSync(dirname(damaged), folder, { recursive: true })
  expect(await recoverAndKill(script, file, 1_000)).toBe(true)
  for (let kills = 0; kills < KILLS; kills++) {
    rmSync(folder, { recursive: true, force: true })
    cpSync(dirname(damaged), folder, { recursive: true })
    const isDone = await recoverAndKill(script, file, random() * 1.3)
    const ratings = atNextStart(folder)
    if (isDone) expect(ratings).toBe(2)
    if (ratings === null) {
      await recoverWorkbook(readerWithin, file, program)
      expect(atNextStart(folder)).toBe(2)
    } else {
      recovered += 1
      expect(ratings).toBe(2)
    }
    expect(verifyWorkbook(file, program)).toMatchObject({ ok: true })
    const left = readdirSync(folder)
    expect(left.filter(name => name.endsWith('Z.txt'))).toHaveLength(1)
    expect(left.filter(name => name.includes('.unfinished'))).toEqual([])
  }
  // Of many kills some must have come before the files changed places, and some after it.
  if (KILLS > 50) expect([0, KILLS]).not.toContain(recovered)
  process.stdout.write(`${recovered} of ${KILLS} had recovered when they were killed\n`)
}, 1_200_000)
