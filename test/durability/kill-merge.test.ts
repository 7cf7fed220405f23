import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, it } from 'vitest'
import { DEFAULT_PACKAGE_LIMITS } from '../../engine/packages/read/messages.ts'
import { parsePackage } from '../../engine/packages/read/parse-package.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { getTotals } from '../../engine/store/reports/tallies.ts'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { laptop, rate, ratedBySomeone } from '../engine/packages/laptops.ts'
import { bundleScript } from '../helpers/bundle-script.ts'
import { counts } from '../helpers/counts.ts'
import { readerWithin } from '../helpers/reader-within.ts'
import { program } from '../helpers/sample-workbook.ts'

const KILLS = counts.mergeKills
/** So many packages a workbook; then the next kills begin with a fresh one. */
const PACKAGES = 12
const RATINGS = 3
const LANES = 2
const SEED = 20261124

const folder = mkdtempSync(join(tmpdir(), 'workbook-kill-merge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A workbook and the packages that are merged into it, each with one person and their ratings. */
async function prepare(): Promise<string> {
  const prepared = join(folder, 'prepared')
  mkdirSync(join(prepared, 'out'), { recursive: true })
  const book = laptop()
  book.close()
  cpSync(book.store.file, join(prepared, 'book.sqlite'))
  for (let number = 0; number < PACKAGES; number++) {
    const other = laptop()
    const someone = ratedBySomeone(other)
    for (let more = 1; more < RATINGS; more++) rate(other, someone, 1 + (more % 5))
    const name = `${number}.workbook`
    await writePackage(readerWithin, other, {}, { path: join(prepared, name), name })
  }
  return prepared
}

interface Said {
  readonly merged: number
  readonly receipts: readonly string[]
}

/** Measures how long a step takes on this machine now, so that kills fall within steps and not after them. */
let stepMs = 15

/** The time to kill a child: after so many messages, plus a part of the duration of a step. */
interface Moment {
  readonly messages: number
  readonly part: number
}

/** Starts the child, kills it in the midst of its work, and gives what it had acknowledged. */
function mergeAndKill(
  script: string,
  lane: string,
  first: number,
  { messages, part }: Moment,
): Promise<Said> {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const child = spawn(process.execPath, [script, lane, String(first), String(PACKAGES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  let merged = 0
  let heard = 0
  let before = 0
  const receipts: string[] = []
  createInterface(child.stdout).on('line', line => {
    const said: { receipt?: string } = JSON.parse(line)
    if (heard > 0) stepMs = (stepMs * 7 + performance.now() - before) / 8
    before = performance.now()
    if (heard++ === messages) setTimeout(() => child.kill('SIGKILL'), part * stepMs)
    if (said.receipt === undefined) return
    merged += 1
    receipts.push(said.receipt)
  })
  return new Promise(resolve => child.once('close', () => resolve({ merged, receipts })))
}

/** Counts the packages that a killed child left in the workbook, and checks the receipts that prove them. */
function leftIn(lane: string): { readonly packages: number; readonly receipts: readonly string[] } {
  const file = join(lane, 'book.sqlite')
  expect(verifyWorkbook(file, program).checks.filter(({ ok }) => !ok)).toEqual([])
  const workbook = openWorkbook(file, program)
  try {
    const receipts = workbook.store
      .prepare<Record<string, never>, { readonly id: string }>('SELECT id FROM receipt')
      .all({})
      .map(({ id }) => id)
    const { participants, ratingRecords } = getTotals(workbook.store)
    // Before or after each merge, never between: all of a package's people and ratings, and its receipt.
    expect(participants).toBe(receipts.length)
    expect(ratingRecords).toBe(receipts.length * RATINGS)
    return { packages: receipts.length, receipts }
  } finally {
    workbook.close()
  }
}

/** A package that was being written is whole or not there. */
async function expectWholeOrNone(lane: string): Promise<void> {
  const path = join(lane, 'out', 'all.workbook')
  const finished = readdirSync(join(lane, 'out')).filter(file => file.endsWith('.workbook'))
  expect(finished).toEqual(existsSync(path) ? ['all.workbook'] : [])
  if (!existsSync(path)) return
  const kinds: string[] = []
  await parsePackage({ path, file: 0 }, DEFAULT_PACKAGE_LIMITS, async ({ kind }) => {
    kinds.push(kind)
  })
  expect(kinds.at(-1)).toBe('whole')
}

it(`leaves a workbook before or after, with its receipts, through ${KILLS} kills`, async () => {
  const script = await bundleScript('test/durability/merge-until-killed.ts')
  const prepared = await prepare()
  const random = seededRandom(SEED)
  let kills = 0
  let merges = 0
  const runLane = async (name: string): Promise<void> => {
    const lane = join(folder, name)
    let done = PACKAGES
    let acknowledged: string[] = []
    while (kills < KILLS) {
      kills += 1
      if (done >= PACKAGES) {
        rmSync(lane, { recursive: true, force: true })
        cpSync(prepared, lane, { recursive: true })
        done = 0
        acknowledged = []
      }
      const moment = { messages: Math.floor(random() * 4), part: random() * 1.5 }
      const said = await mergeAndKill(script, lane, done, moment)
      acknowledged.push(...said.receipts)
      merges += said.merged
      const left = leftIn(lane)
      expect(acknowledged.filter(id => !left.receipts.includes(id))).toEqual([])
      expect(left.packages - acknowledged.length).toBeLessThanOrEqual(1)
      await expectWholeOrNone(lane)
      // A merge that was committed and not yet told counts from now on.
      acknowledged = [...left.receipts]
      done = left.packages
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(`lane-${lane}`)))
  expect(kills).toBeGreaterThanOrEqual(KILLS)
  // The kills must have come in the midst of work.
  expect(merges).toBeGreaterThan(KILLS / 2)
}, 1_800_000)
