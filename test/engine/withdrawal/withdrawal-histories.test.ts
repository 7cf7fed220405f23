import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { tagComment } from '../../../engine/discussion/comments.ts'
import { recordSuggestion } from '../../../engine/discussion/suggestions.ts'
import { writeExport } from '../../../engine/exports/write-export.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { mergeInOneGo } from '../../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../../engine/packages/write/write-package.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../engine/ratings/synthetic/random.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { correctParticipant } from '../../../engine/workshops/participants.ts'
import { counts } from '../../helpers/counts.ts'
import { unzip } from '../../helpers/programs.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import {
  ownFolder,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const HISTORIES = counts.withdrawals
/** So many histories go on in one workbook, so that the words of those who went before are looked for too. */
const PER_WORKBOOK = 10
const SEED = Number(process.env.WORKBOOK_SEED ?? Date.now() % 1_000_000_000)

interface Someone {
  readonly id: string
  /** Everything of theirs that can be told from what anybody else wrote. */
  readonly words: readonly string[]
}

const oneOf = <T>(random: Random, values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}

/** Words that nobody else writes; long ones lie on pages of their own, and others are not of ASCII. */
function someWords(random: Random): string {
  const word = `word-${uuidv7()}`
  if (random() < 0.1) return `${word} ${'and so on '.repeat(300)}`
  return random() < 0.3 ? `“${word}”, Zoë 🙂` : word
}

/** Somebody joins, and does some of what a participant can do, and a facilitator with it. */
function liveThrough(workbook: Workbook, workshop: string, random: Random): Someone {
  const id = sampleParticipant(workbook, workshop)
  const words: string[] = []
  const say = (): string => {
    const said = someWords(random)
    words.push(said)
    return said
  }
  const { indicators } = currentFramework(workbook.store)
  for (let step = 2 + Math.floor(random() * 6); step > 0; step--) {
    const indicator = oneOf(random, indicators).id
    const what = random()
    if (what < 0.6) {
      const given = rating(id, indicator, 1 + Math.floor(random() * 5), { comment: say() })
      recordRating(workbook, given)
      if (random() < 0.3) tagComment(workbook, { rating: given.id, tag: say().slice(0, 41) })
    } else if (what < 0.8) {
      recordSuggestion(workbook, {
        id: uuidv7(),
        participant: id,
        round: 1,
        text: say(),
        kind: 'wording',
        indicator,
      })
    } else {
      const code = `code-${Math.floor(random() * 1e15)}`
      words.push(code)
      correctParticipant(workbook, { participant: id, code, group: 'ADCS' })
    }
  }
  return { id, words: words.map(said => said.slice(0, 41)) }
}

/** The files beside a workbook that hold any of these words, as they are or unpacked, in either encoding. */
async function filesWith(workbook: Workbook, words: readonly string[]): Promise<readonly string[]> {
  const folder = dirname(workbook.store.file)
  const needles = words.flatMap(word => [Buffer.from(word), Buffer.from(word, 'utf16le')])
  const found: string[] = []
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name))
    const isZip = bytes.subarray(0, 2).toString() === 'PK'
    const texts = isZip ? [...(await unzip(bytes)).values()] : [bytes]
    if (needles.some(needle => texts.some(text => text.includes(needle)))) found.push(name)
  }
  return found
}

/** Writes every kind of file that a person can take away, beside the workbook. */
async function exportEverything(workbook: Workbook): Promise<readonly string[]> {
  const folder = dirname(workbook.store.file)
  for (const format of ['csv', 'xlsx', 'zip', 'html'] as const) {
    const name = `export.${format}`
    await writeExport(workbook, { format, scope: { round: 1 } }, { path: join(folder, name), name })
  }
  await packageOf(workbook, folder, 'export.workbook')
  return readdirSync(folder).filter(name => name.startsWith('export.'))
}

async function packageOf(workbook: Workbook, folder: string, name: string) {
  const file = { path: join(folder, name), name }
  await writePackage(readerWithin, workbook, {}, file)
  return file
}

it(`leaves no byte of who withdrew in ${HISTORIES} random histories, from seed ${SEED}`, async () => {
  const random = seededRandom(SEED)
  let written = 0
  for (let done = 0; done < HISTORIES; done += PER_WORKBOOK) {
    const workbook = sampleWorkbook()
    const folder = dirname(workbook.store.file)
    const kept = ownFolder()
    const workshop = sampleWorkshop(workbook)
    const gone: string[] = []
    let people: Someone[] = []
    for (let history = done; history < done + PER_WORKBOOK; history++) {
      workbook.store.transaction(() => {
        for (let more = 0; more < 2; more++) people.push(liveThrough(workbook, workshop, random))
      })
      const [leaver, other] = people.toSorted(() => random() - 0.5)
      if (!leaver || !other) throw new Error('Nobody is there to leave.')
      const isBoth = random() < 0.2
      if (isBoth) linkParticipants(workbook, { participant: leaver.id, other: other.id })
      const backup = `${workbook.store.file}.format-1.backup`
      if (random() < 0.3 && !existsSync(backup)) {
        workbook.store.prepare<{ backup: string }>('VACUUM INTO @backup').run({ backup })
      }
      // What others hold from before is not ours to erase, and is brought in again below.
      const older = random() < 0.3 ? await packageOf(workbook, kept, `${history}.workbook`) : null
      const leaving = isBoth ? [leaver, other] : [leaver]
      const words = leaving.flatMap(each => each.words)
      written += words.length
      withdraw(workbook, leaver.id)
      people = people.filter(each => !leaving.includes(each))
      gone.push(...words)
      if (older) await mergeInOneGo(readerWithin, workbook, [older])
      const exported = history % (2 * PER_WORKBOOK) === 4 ? await exportEverything(workbook) : []
      expect(await filesWith(workbook, gone), `history ${history}`).toEqual([])
      // What the others said is still there, so that finding nothing means something.
      const left = people.find(each => each.words.length > 0)
      if (left) {
        const found = await filesWith(workbook, left.words)
        expect(found, `history ${history}`).toContain(basename(workbook.store.file))
      }
      // A file that was exported before somebody withdrew is out of reach, as the confirmation says.
      for (const name of exported) rmSync(join(folder, name))
    }
    workbook.close()
    rmSync(folder, { recursive: true, force: true })
  }
  expect(written).toBeGreaterThan(HISTORIES)
}, 900_000)
