import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { seededRandom } from '../../../engine/ratings/synthetic/random.ts'
import { openSnapshot } from '../../../engine/store/connection/snapshot.ts'
import { endInterruptedTurns, endTurn } from '../../../engine/turns/end.ts'
import { beginTurn, keepDraft } from '../../../engine/turns/turns.ts'
import { createWiper } from '../../../engine/turns/wipe.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { counts } from '../../helpers/counts.ts'
import { sampleParticipant, sampleWorkbook, sampleWorkshop } from '../../helpers/sample-workbook.ts'

const CODES = Array.from({ length: 40 }, (_, number) => `A${number + 1}`)

/** A person who may write about many indicators. */
function atLaptop() {
  const workbook = sampleWorkbook(CODES)
  const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
  const begun = beginTurn(workbook, { participant, round: null })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const { turn } = begun
  const { indicators } = currentFramework(workbook.store)
  const write = (place: number, text: string) => {
    const indicator = indicators[place >> 1]?.id ?? ''
    const criterion = CRITERIA[place % 2] ?? 'usefulness'
    const draft = { part: 'comment', indicator, criterion, text, wording: 'title' } as const
    return keepDraft(workbook, { turn, participant, draft })
  }
  return { workbook, participant, turn, write }
}

/** The marks that any file in the folder of a workbook still holds, in its raw bytes. */
function marksIn(file: string): ReadonlySet<string> {
  const folder = dirname(file)
  const bytes = readdirSync(folder).map(name => readFileSync(join(folder, name), 'latin1'))
  return new Set(bytes.join('\n').match(/mark-\d{5}-/g))
}

const markOf = (number: number): string => `mark-${String(number).padStart(5, '0')}-`

/** Writes and rewrites many fields with texts of all lengths, and notes the mark of the last text of each. */
function writeMuch(
  write: (place: number, text: string) => unknown,
  last: Map<number, string>,
  { times, seed }: { readonly times: number; readonly seed: number },
): void {
  const random = seededRandom(seed)
  for (let number = 0; number < times; number++) {
    const place = Math.floor(random() * CODES.length * 2)
    const mark = random() < 0.1 ? '' : markOf(seed * 1_000 + number)
    write(place, mark === '' ? '' : mark + 'x'.repeat(Math.floor(random() ** 4 * 3_900)))
    last.set(place, mark)
  }
}

it('leaves no byte of words that were replaced, however they lay in the file', () => {
  const { workbook, participant, turn, write } = atLaptop()
  const { file } = workbook.store
  const last = new Map<number, string>()
  const wiper = createWiper()
  for (let seed = 1; seed <= counts.rewrittenDrafts; seed++) {
    writeMuch(write, last, { times: 400, seed })
    expect(marksIn(file).size).toBeGreaterThan(last.size)
    wiper.now(workbook)
    const kept = [...last.values()].filter(mark => mark !== '')
    expect([...marksIn(file)].toSorted()).toEqual(kept.toSorted())
  }
  for (let place = 0; place < CODES.length * 2; place++)
    write(place, place === 7 ? 'mark-99999-' : '')
  endTurn(workbook, { turn, participant, how: 'finish' })
  expect(workbook.store.checkpoint('truncate')).toBe(true)
  expect([...marksIn(file)]).toEqual(['mark-99999-'])
}, 300_000)

it('wipes soon after a text was replaced, without being asked, and not while one only grows', async () => {
  const { workbook, write } = atLaptop()
  const { file } = workbook.store
  expect(write(0, markOf(1)).hasReplacedWords).toBe(false)
  expect(write(0, markOf(2)).hasReplacedWords).toBe(true)
  const wiper = createWiper()
  wiper.soon(workbook)
  await expect.poll(() => [...marksIn(file)], { timeout: 1_000 }).toEqual([markOf(2)])
  wiper.close()
})

it('wipes what a reader kept from being wiped once the program closes', () => {
  const { workbook, write } = atLaptop()
  const { file } = workbook.store
  write(0, markOf(1))
  const snapshot = openSnapshot(file)
  write(0, '')
  const wiper = createWiper()
  wiper.now(workbook)
  expect([...marksIn(file)]).toEqual([markOf(1)])
  snapshot.close()
  wiper.close()
  expect([...marksIn(file)]).toEqual([])
})

it('wipes at the next start what a crash left', () => {
  const { workbook, write } = atLaptop()
  const { file } = workbook.store
  writeMuch(write, new Map(), { times: 300, seed: 4 })
  for (let place = 0; place < CODES.length * 2; place++) write(place, '')
  endInterruptedTurns(workbook)
  expect([...marksIn(file)]).toEqual([])
})
