import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { listConflicts } from '../../engine/conflicts/list.ts'
import { reopenBatch } from '../../engine/conflicts/resolve.ts'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { appendRating } from '../../engine/store/records/ratings.ts'
import { verifyWorkbook } from '../../engine/verify/verify.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { laptop, ratedBySomeone } from '../engine/packages/laptops.ts'
import { bundleScript } from '../helpers/bundle-script.ts'
import { counts, isLongRun } from '../helpers/counts.ts'
import { program, rating } from '../helpers/sample-workbook.ts'

const KILLS = counts.settlementKills
const QUESTIONS = 84
const SEED = 20261129

/** A workbook in which one person has two answers to each of many questions; gives its file. */
function disputed(): string {
  const workbook = laptop({ codes: Array.from({ length: QUESTIONS }, (_, at) => `A${at + 1}`) })
  const { store, device } = workbook
  const participant = ratedBySomeone(workbook)
  const { hash: framework, indicators } = currentFramework(store)
  store.transaction(() => {
    for (const [at, { id: indicator }] of indicators.entries()) {
      // The first question has an answer already.
      for (const minute of at === 0 ? [1] : [1, 2]) {
        const { answer, ...asked } = rating(participant, indicator, minute)
        const recordedAt = `2026-03-09T10:0${minute}:00.000Z`
        appendRating(store, { ...asked, answer, framework, recordedAt, device, entry: 'screen' })
      }
    }
  })
  workbook.close()
  return store.file
}

/** Starts the child and kills it this long after so many acknowledgements. */
function settleAndKill(script: string, file: string, messages: number, ms: number) {
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  let heard = 0
  createInterface(child.stdout).on('line', () => {
    if (heard++ === messages) setTimeout(() => child.kill('SIGKILL'), ms)
  })
  return new Promise(resolve => child.once('close', resolve))
}

it(`leaves a batch of ${QUESTIONS} settlements whole or not there, through ${KILLS} kills`, async () => {
  const script = await bundleScript('test/durability/settle-until-killed.ts')
  const file = disputed()
  const random = seededRandom(SEED)
  const seen = new Set<number>()
  for (let kill = 0; kill < KILLS; kill++) {
    const messages = Math.floor(random() * 5)
    await settleAndKill(script, file, messages, random() * 60)
    expect(verifyWorkbook(file, program).checks.filter(({ ok }) => !ok)).toEqual([])
    const workbook = openWorkbook(file, program)
    try {
      const { open, settled, batches } = listConflicts(workbook.store)
      expect([0, QUESTIONS]).toContain(open.length)
      expect(open.length + settled.length).toBe(QUESTIONS)
      expect(batches.map(({ resolutions }) => resolutions.length)).toEqual(
        settled.length === 0 ? [] : [QUESTIONS],
      )
      seen.add(open.length)
      for (const { id } of batches) reopenBatch(workbook, id)
    } finally {
      workbook.close()
    }
  }
  // Over many kills some come before a batch and some after it.
  if (isLongRun) expect([...seen].toSorted()).toEqual([0, QUESTIONS])
}, 1_800_000)
