import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { backupFolderOf, listBackups } from '../../engine/disk/backup-places.ts'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { openSoundForReading } from '../../engine/verify/soundness.ts'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { openLibrary, type WorkbookLibrary } from '../../engine/workbooks/library.ts'
import { bundleScript } from '../helpers/bundle-script.ts'
import { counts } from '../helpers/counts.ts'
import { unzip } from '../helpers/programs.ts'
import {
  indicatorText,
  ownFolder,
  program,
  sampleParticipant,
  sampleWorkshop,
} from '../helpers/sample-workbook.ts'

const KILLS = counts.workKills
const LANES = 2
const SEED = 20261130
/** So many rounds of work in a workbook; then the next kills begin with a fresh one. */
const ROUNDS = 40

/** A library with a workbook of one person, in a folder that has one for exports beside it. */
function prepare() {
  const folder = ownFolder()
  const library = openLibrary(join(folder, 'library'), program)
  const indicators = Array.from({ length: 6 }, (_, index) => indicatorText(`A${index + 1}`))
  const framework = { title: 'F', origin: 'file', fileName: 'f.csv', indicators } as const
  const workbook = library.create({ title: 'Kill me', scale: 5, madeUp: false, framework })
  const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
  library.close()
  for (const name of ['out', 'temp']) mkdirSync(join(folder, name))
  return { folder, workbook: workbook.id, participant }
}
type Prepared = ReturnType<typeof prepare>

/** A message of a child about its work. */
interface Said {
  readonly saved?: string
  readonly handedOver?: string
  readonly exported?: string
  readonly backedUp?: string
  readonly loaded?: string
}

/** Measures how long a step takes on this machine now, so that kills fall within steps and not after them. */
let stepMs = 20

/** Starts the child in a folder, kills it after so many messages and a part of a step, and gives what it said. */
function workAndKill(
  script: string,
  lane: string,
  { workbook, participant }: Prepared,
  { first, messages, part }: Readonly<Record<'first' | 'messages' | 'part', number>>,
): Promise<readonly Said[]> {
  const args = [script, join(lane, 'library'), workbook, participant, String(first)]
  const temp = join(lane, 'temp')
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      TMPDIR: temp,
      SQLITE_TMPDIR: temp,
      WORKBOOK_LIBRARY: join(lane, 'library'),
    },
  })
  const said: Said[] = []
  let before = 0
  createInterface(child.stdout).on('line', line => {
    said.push(JSON.parse(line))
    if (said.length > 1) stepMs = (stepMs * 7 + performance.now() - before) / 8
    before = performance.now()
    if (said.length === messages + 1) setTimeout(() => child.kill('SIGKILL'), part * stepMs)
  })
  return new Promise(resolve => child.once('close', () => resolve(said)))
}

/** Opens a library as the one of whoever starts the program, where notes of what is being written lie. */
function openOwnLibrary(folder: string): WorkbookLibrary {
  const before = process.env.WORKBOOK_LIBRARY
  process.env.WORKBOOK_LIBRARY = folder
  try {
    return openLibrary(folder, program)
  } finally {
    if (before === undefined) delete process.env.WORKBOOK_LIBRARY
    else process.env.WORKBOOK_LIBRARY = before
  }
}

/** Starts the program anew over what a kill left, and checks that nothing acknowledged is missing. */
async function startAnew(
  lane: string,
  { workbook }: Prepared,
  said: readonly Said[],
): Promise<void> {
  const folder = join(lane, 'library')
  const library = openOwnLibrary(folder)
  try {
    await library.swept
    const { workbooks, unreadable, incomplete, apart } = library.list()
    expect([workbooks.length, unreadable, incomplete, apart]).toEqual([1, [], [], []])
    const { store } = library.require(workbook)
    const all = (sql: string) =>
      new Set(
        store
          .prepare<object, { readonly value: string }>(sql)
          .all({})
          .map(row => row.value),
      )
    const comments = all('SELECT text AS value FROM comment_record')
    const versions = all('SELECT hash AS value FROM framework')
    for (const { saved, handedOver, loaded } of said) {
      for (const text of [saved, handedOver]) if (text) expect(comments).toContain(text)
      if (loaded) expect(versions).toContain(loaded)
    }
    // The answer was saved before its comment: what stands of a turn that was cut short stands in that order.
    const withoutAnswer = all(`SELECT text AS value FROM comment_record WHERE NOT EXISTS (
      SELECT 1 FROM rating WHERE indicator = comment_record.indicator)`)
    expect([...withoutAnswer]).toEqual([])
  } finally {
    library.close()
  }
  const file = join(folder, 'kill-me.sqlite')
  expect(verifyWorkbook(file, program).checks.filter(({ ok }) => !ok)).toEqual([])
  expect(listBackups(file).length).toBeGreaterThan(0)
  for (const { path } of listBackups(file)) {
    if (isNew(path)) openSoundForReading(path).database.close()
  }
}

/** Tells of each file once that it is to be looked at, and again when it was written since. */
function onlyNew(): (path: string) => boolean {
  const seen = new Set<string>()
  return path => {
    const { ino, size, ctimeNs } = statSync(path, { bigint: true })
    const before = seen.size
    return seen.add(`${path} ${ino} ${size} ${ctimeNs}`).size > before
  }
}
const isNew = onlyNew()

/** Files under their own names are whole, what was acknowledged is there, and nothing else is anywhere. */
async function expectWholeFiles(lane: string, said: readonly Said[]): Promise<void> {
  const out = join(lane, 'out')
  for (const name of readdirSync(out).filter(name => isNew(join(out, name)))) {
    const bytes = readFileSync(join(out, name))
    if (name.endsWith('.csv')) expect(bytes.at(-1), name).toBe('\n'.charCodeAt(0))
    else if (name.endsWith('.html')) expect(bytes.toString(), name).toMatch(/<\/html>\n$/)
    else expect((await unzip(bytes)).size, name).toBeGreaterThan(3)
  }
  for (const { exported } of said) if (exported) expect(existsSync(join(out, exported))).toBe(true)
  const library = join(lane, 'library')
  const left = [out, library, backupFolderOf(join(library, 'kill-me.sqlite')), join(lane, 'temp')]
    .flatMap(folder => readdirSync(folder))
    .filter(name => !/^(\d+\.(csv|html|xlsx|zip)|kill-me\.sqlite|backups|.*Z\.backup)$/.test(name))
  expect(left).toEqual([])
}

it(`loses nothing and takes no half file for whole, through ${KILLS} kills of its work`, async () => {
  const script = await bundleScript('test/durability/work-until-killed.ts')
  const prepared = prepare()
  const random = seededRandom(SEED)
  let kills = 0
  const acknowledged: Said[] = []
  const runLane = async (name: string): Promise<void> => {
    const lane = join(dirname(prepared.folder), `${name}-of-${process.pid}`)
    let said: Said[] = []
    let first = ROUNDS
    try {
      while (kills < KILLS) {
        kills += 1
        if (first >= ROUNDS) {
          rmSync(lane, { recursive: true, force: true })
          cpSync(prepared.folder, lane, { recursive: true })
          first = 0
          said = []
        }
        const moment = { first, messages: Math.floor(random() * 12), part: random() * 1.5 }
        const heard = await workAndKill(script, lane, prepared, moment)
        said.push(...heard)
        acknowledged.push(...heard)
        await startAnew(lane, prepared, said)
        await expectWholeFiles(lane, said)
        first += Math.ceil(heard.length / 5) + 1
      }
    } finally {
      rmSync(lane, { recursive: true, force: true })
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(`kill-work-${lane}`)))
  // The kills must have come in the midst of work.
  expect(acknowledged.length).toBeGreaterThan(KILLS)
  process.stdout.write(`${acknowledged.length} acknowledged in ${kills} kills\n`)
}, 3_600_000)
