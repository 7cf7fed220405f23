import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import { listConflicts } from '../../../../engine/conflicts/list.ts'
import {
  reopenConflict,
  resolveByRule,
  resolveConflict,
} from '../../../../engine/conflicts/resolve.ts'
import { listComments } from '../../../../engine/discussion/comments.ts'
import { currentVersion } from '../../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants, unlinkParticipants } from '../../../../engine/people/people.ts'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../../engine/ratings/synthetic/random.ts'
import { consolidate } from '../../../../engine/results/consolidate.ts'
import { getAllLinks } from '../../../../engine/store/records/people.ts'
import {
  appendRating,
  appendSupersession,
  getStandingRatingIds,
} from '../../../../engine/store/records/ratings.ts'
import type { ReadableStore } from '../../../../engine/store/store.ts'
import { withdrawParticipant } from '../../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../../engine/workshops/workshops.ts'
import { RESOLUTION_RULES } from '../../../../shared/model/conflict.ts'
import type { MergeReceipt } from '../../../../shared/model/packages.ts'
import type { NewRating } from '../../../../shared/model/rating.ts'
import { DEFAULT_RULE } from '../../../../shared/model/rules.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
import { type Laptop, mergeParts, openLaptop, type Parts, partsOf } from './history-world.ts'

/** The end state of a workbook: its records, and the results and comments over them. */
function endOf(
  laptop: Laptop,
  withResults: boolean,
): { readonly records: string; readonly results: string } {
  const parts = partsOf(laptop)
  const scope = { round: 1, rule: DEFAULT_RULE, quantile: 'R-7' as const }
  return {
    records: `${parts.get('framework.jsonl')}${parts.get('records.jsonl')}`,
    results: withResults
      ? JSON.stringify([
          consolidate(laptop.workbook, scope),
          listComments(laptop.workbook.store, {}),
        ])
      : '',
  }
}

/**
 * Counts the questions that were answered and have no current answer: there must be none, whatever was
 * resolved.
 */
function countLostQuestions({ workbook }: Laptop): number {
  return workbook.store
    .prepare<Record<string, never>, { readonly participant: string }>(
      `SELECT participant, indicator, criterion, round FROM rating AS r
       WHERE NOT EXISTS (SELECT 1 FROM participant_link)
       GROUP BY 1, 2, 3, 4
       HAVING sum(r.id IN (SELECT id FROM current_rating)) = 0`,
    )
    .all({}).length
}

/** True if a history's packages reach the other workbook by way of a third. */
const isByWayOfThird = (seed: number): boolean => seed % 3 === 0

/** Everything to one workbook at once; to another in groups, some twice, or by way of a third. */
async function mergeBothWays(
  { ends, packages }: History,
  [once, other, between]: readonly [Laptop, Laptop, Laptop],
  seed: number,
) {
  const random = seededRandom(seed)
  const some = shuffled(random, packages).slice(0, 1)
  const receipts = [await mergeParts(once, shuffled(random, [...ends, ...some]))]
  const order = shuffled(random, ends)
  const half = Math.floor(random() * order.length)
  const first = order.slice(0, half)
  receipts.push(await mergeParts(other, [...order.slice(half), ...some]))
  if (isByWayOfThird(seed)) {
    receipts.push(await mergeParts(between, first))
    receipts.push(await mergeParts(other, [partsOf(between), ...order.slice(0, 1)]))
  } else receipts.push(await mergeParts(other, first))
  return receipts
}

/** A number of histories in which chance decides whether any has a conflict. */
const FEW_HISTORIES = 1_000

/**
 * Makes many histories, and proves of each that two workbooks which learn of it in different ways end with
 * the same records and results, and that nothing acknowledged was lost nor anything withdrawn kept.
 */
export async function proveHistories(count: number, firstSeed: number): Promise<void> {
  const laptops = Array.from({ length: 3 }, () => openLaptop('framework'))
  const empty = () => openLaptop('nothing')
  const researchers = [empty(), empty(), empty()] as const
  let [rated, gone, conflicts] = [0, 0, 0]
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const used = laptops.slice(0, 2 + (seed % 2))
    const all = [...used, ...researchers.slice(0, isByWayOfThird(seed) ? 3 : 2)]
    for (const laptop of all) laptop.begin()
    const history = await makeHistory(used, seed)
    const receipts = [...history.receipts, ...(await mergeBothWays(history, researchers, seed))]
    // The results follow from the records, so a third of the histories is enough to show it.
    const withResults = seed % 3 === 1
    const [one, other] = [endOf(researchers[0], withResults), endOf(researchers[1], withResults)]
    if (one.records !== other.records || one.results !== other.results) {
      expect.soft(other.records, `history ${seed}`).toBe(one.records)
      expect(other.results, `history ${seed}`).toBe(one.results)
    }
    const lost = countLostQuestions(researchers[0])
    if (lost > 0) expect(lost, `history ${seed}: questions without an answer that counts`).toBe(0)
    for (const { totals } of receipts) {
      const sum =
        totals.new + totals.known + totals.conflicting + totals.withdrawn + totals.rejected
      if (sum !== totals.read || totals.rejected > 0) expect(totals, `history ${seed}`).toBeNull()
    }
    for (const [id, participant] of history.ratings) {
      const isThere = one.records.includes(`"rating","id":"${id}"`)
      if (isThere === history.withdrawn.has(participant)) expect(id, `history ${seed}`).toBeNull()
    }
    rated += history.ratings.size
    gone += history.withdrawn.size
    conflicts += receipts.at(-1)?.after.conflicts ?? 0
    for (const laptop of all) laptop.rollBack()
  }
  // The histories must have had what they are about.
  expect(rated).toBeGreaterThan(count)
  expect(gone).toBeGreaterThan(count / 50)
  // One history in fifty ends with a conflict, so that a few hundred may by chance have none.
  if (count > FEW_HISTORIES) expect(conflicts).toBeGreaterThan(count / 200)
}

/** The events of a history, which must be found again in every workbook at its end. */
interface History {
  /** The ids of all ratings that were acknowledged, with who gave them. */
  readonly ratings: ReadonlyMap<string, string>
  readonly withdrawn: ReadonlySet<string>
  /** The records of each laptop at its end, as packages. */
  readonly ends: readonly Parts[]
  /** The packages that were written on the way. */
  readonly packages: readonly Parts[]
  readonly receipts: readonly MergeReceipt[]
}

const TEN_YEARS = 10 * 365.25 * 86_400_000

const oneOf = <T>(random: Random, values: readonly T[]): T => {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}

/** The values in another order. */
function shuffled<T>(random: Random, values: readonly T[]): readonly T[] {
  return values
    .map(value => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

/**
 * Makes one random history on some laptops: people join and rate and change their minds, clocks are years
 * off or run backwards, laptops are cloned, packages are written of everything or of some workshops and
 * merged in any order and more than once, researchers settle conflicts, link people and take both back, and
 * people withdraw.
 */
async function makeHistory(laptops: readonly Laptop[], seed: number): Promise<History> {
  const random = seededRandom(seed)
  const ratings = new Map<string, string>()
  const withdrawn = new Set<string>()
  const packages: Parts[] = []
  const receipts: MergeReceipt[] = []
  for (const laptop of laptops) {
    laptop.setClock((random() - 0.5) * 2 * TEN_YEARS, random() < 0.2)
    addTo(laptop, oneOf(random, ['ADCS', 'Ofsted']))
  }
  const act = async (): Promise<void> => {
    const laptop = oneOf(random, laptops)
    const { workbook } = laptop
    const people = peopleOn(laptop)
    const what = random()
    if (what < 0.1 || people.length === 0) addTo(laptop, oneOf(random, ['ADCS', 'Ofsted']))
    else if (what < 0.54) {
      const participant = oneOf(random, people)
      ratings.set(rateOnce(laptop, participant, random), participant)
    } else if (what < 0.64) packages.push(partsOf(laptop, someChoices(laptop, random)))
    else if (what < 0.76 && packages.length > 0) {
      const some = shuffled(random, packages).slice(0, 1 + Math.floor(random() * 3))
      receipts.push(await mergeParts(laptop, random() < 0.2 ? [...some, ...some] : some))
    } else if (what < 0.83) {
      const original = oneOf(random, laptops)
      receipts.push(await mergeParts(laptop, [partsOf(original)]))
      laptop.pretendToBe(original.workbook)
    } else if (what < 0.87) {
      const participant = oneOf(random, people)
      withdrawParticipant(workbook, participant)
      withdrawn.add(participant)
    } else decideSomething(laptop, people, random)
  }
  const length = 3 + Math.floor(random() * 8)
  for (let step = 0; step < length; step++) await act()
  const ends = laptops.map(laptop => partsOf(laptop))
  return { ratings, withdrawn, ends, packages, receipts }
}

/** A researcher settles conflicts or takes that back, or says who is the same person as whom or is not. */
function decideSomething({ workbook }: Laptop, people: readonly string[], random: Random): void {
  const { open, settled } = listConflicts(workbook.store)
  const [link] = getAllLinks(workbook.store)
  const what = random()
  if (what < 0.35 && open.length > 0) {
    const side = oneOf(random, oneOf(random, open).sides)
    resolveConflict(workbook, side.id)
  } else if (what < 0.5) resolveByRule(workbook, oneOf(random, RESOLUTION_RULES))
  else if (what < 0.65 && settled.length > 0) reopenConflict(workbook, oneOf(random, settled).id)
  else if (what < 0.75 && link && people.includes(link.one) && people.includes(link.other)) {
    unlinkParticipants(workbook, { participant: link.one, other: link.other })
  } else {
    const [participant, other] = shuffled(random, people)
    if (participant && other) linkParticipants(workbook, { participant, other })
  }
}

function someChoices({ workbook }: Laptop, random: Random) {
  const what = random()
  if (what < 0.6) return {}
  if (what < 0.7) return { setup: true }
  const workshops = workbook.store
    .prepare<Record<string, never>, { readonly id: string }>(
      'SELECT DISTINCT workshop AS id FROM workshop_record ORDER BY 1',
    )
    .all({})
  return { workshops: [oneOf(random, workshops).id] }
}

function addTo({ workbook }: Laptop, group: string): void {
  const groups = ['ADCS', 'Ofsted']
  const details = { title: 'W', date: '2026-03-09', venue: '', groups }
  const workshop = addWorkshop(workbook, details).id
  addParticipant(workbook, { workshop, group })
}

function peopleOn({ workbook }: Laptop): readonly string[] {
  return workbook.store
    .prepare<Record<string, never>, { readonly participant: string }>(
      'SELECT participant FROM participant ORDER BY participant',
    )
    .all({})
    .map(({ participant }) => participant)
}

function indicatorsOn(store: ReadableStore): readonly string[] {
  return store
    .prepare<Record<string, never>, { readonly id: string }>(
      'SELECT id FROM indicator ORDER BY position',
    )
    .all({})
    .map(({ id }) => id)
}

function rateOnce({ workbook }: Laptop, participant: string, random: Random): string {
  const indicator = oneOf(random, indicatorsOn(workbook.store))
  const level = 1 + Math.floor(random() * 5)
  const said: NewRating = {
    id: uuidv7(),
    participant,
    indicator,
    criterion: oneOf(random, CRITERIA),
    round: random() < 0.8 ? 1 : 2,
    answer: random() < 0.9 ? { kind: 'level', level } : { kind: 'dont_know' },
    comment: random() < 0.3 ? `“${level}”\n🙂` : '',
    wording: 'title',
  }
  if (random() < 0.3) rateAsBefore(workbook, said)
  else recordRating(workbook, said)
  return said.id
}

/** Records an answer as the version before did, whose ratings say a comment too, if it is an empty one. */
function rateAsBefore({ store, device, clock }: Workbook, said: NewRating): void {
  const { hash } = currentVersion(store)
  const replaced = getStandingRatingIds(store, said)
  const made = { framework: hash, entry: 'screen', recordedAt: clock(), device } as const
  appendRating(store, { ...said, ...made })
  for (const superseded of replaced) appendSupersession(store, { record: said.id, superseded })
}
