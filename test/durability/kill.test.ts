import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLibrary } from '../../engine/workbooks/library.ts'
import { bundleScript } from '../helpers/bundle-script.ts'
import { counts } from '../helpers/counts.ts'
import {
  indicatorText,
  ownFolder,
  program,
  sampleParticipant,
  sampleWorkshop,
} from '../helpers/sample-workbook.ts'

const KILLS = counts.ratingKills
const AT_ONCE = 4

interface Acknowledged {
  readonly id: string
  readonly comment: string
}

/** A library with one workbook, one workshop and one person, all closed again. */
function preparedLibrary() {
  const folder = ownFolder()
  const library = openLibrary(folder, program)
  const indicators = Array.from({ length: 20 }, (_, index) => indicatorText(`A${index + 1}`))
  const framework = { title: 'F', origin: 'file', fileName: 'f.csv', indicators } as const
  const workbook = library.create({ title: 'Kill me', scale: 5, madeUp: false, framework })
  const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
  library.close()
  return { folder, workbook: workbook.id, participant, file: join(folder, 'kill-me.sqlite') }
}

/** Lets a child rate until `after` ratings were acknowledged, then kills it with SIGKILL. */
function rateAndKill(script: string, library: ReturnType<typeof preparedLibrary>, after: number) {
  const { folder, workbook, participant } = library
  const child = spawn(process.execPath, [script, folder, workbook, participant], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const acknowledged: Acknowledged[] = []
  createInterface({ input: child.stdout }).on('line', line => {
    acknowledged.push(JSON.parse(line) as Acknowledged)
    if (acknowledged.length === after) child.kill('SIGKILL')
  })
  return new Promise<readonly Acknowledged[]>(resolve => {
    child.on('close', () => resolve(acknowledged))
  })
}

/** The ids of the ratings that are kept, each with every comment that was kept on the same. */
function recordsOf(file: string): ReadonlySet<string> {
  const database = new Database(file, { readonly: true })
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    const rows = database
      .prepare(
        `SELECT rating.id, comment_record.text AS comment FROM rating
         JOIN comment_record USING (participant, indicator, criterion, round)`,
      )
      .all() as Acknowledged[]
    return new Set(rows.map(({ id, comment }) => `${id} ${comment}`))
  } finally {
    database.close()
  }
}

it(`keeps every acknowledged rating through ${KILLS} kills, and the workbook opens after each`, async () => {
  const script = await bundleScript('test/durability/rate-until-killed.ts')
  const lanes = Array.from({ length: AT_ONCE }, preparedLibrary)
  let kills = 0
  const runLane = async (library: ReturnType<typeof preparedLibrary>) => {
    const acknowledged: Acknowledged[] = []
    while (kills < KILLS) {
      kills += 1
      const added = await rateAndKill(script, library, 1 + ((kills * 7) % 23))
      expect(added.length).toBeGreaterThan(0)
      acknowledged.push(...added)
      const kept = recordsOf(library.file)
      const lost = acknowledged.filter(({ id, comment }) => !kept.has(`${id} ${comment}`))
      expect(lost).toEqual([])
    }
  }
  await Promise.all(lanes.map(runLane))
  expect(kills).toBe(KILLS)
}, 1_800_000)
