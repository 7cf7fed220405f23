import { v7 as uuidv7 } from 'uuid'
import { listConflicts } from '../../../engine/conflicts/list.ts'
import { reopenConflict, settleByRule, settleConflict } from '../../../engine/conflicts/settle.ts'
import { withdrawParticipant } from '../../../engine/exchange/withdraw.ts'
import { linkParticipants, unlinkParticipants } from '../../../engine/people/link.ts'
import { type Random, seededRandom } from '../../../engine/ratings/random.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { getAllLinks } from '../../../engine/store/participant-links.ts'
import type { ReadableStore } from '../../../engine/store/store.ts'
import { addParticipant } from '../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../engine/workshops/workshops.ts'
import { SETTLING_RULES } from '../../../shared/model/conflict.ts'
import type { MergeReceipt } from '../../../shared/model/exchange.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { type Laptop, mergeParts, type Parts, partsOf } from './history-world.ts'

/** What happened in a history, as it must be found again in every workbook at its end. */
export interface History {
  /** The ids of all ratings that were acknowledged, with who gave them. */
  readonly ratings: ReadonlyMap<string, string>
  readonly withdrawn: ReadonlySet<string>
  /** What each laptop has at its end, as packages. */
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
export function shuffled<T>(random: Random, values: readonly T[]): readonly T[] {
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
export async function makeHistory(laptops: readonly Laptop[], seed: number): Promise<History> {
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
    settleConflict(workbook, side.id)
  } else if (what < 0.5) settleByRule(workbook, oneOf(random, SETTLING_RULES))
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
  const id = uuidv7()
  recordRating(workbook, {
    id,
    participant,
    indicator,
    criterion: oneOf(random, CRITERIA),
    round: random() < 0.8 ? 1 : 2,
    answer: random() < 0.9 ? { kind: 'level', level } : { kind: 'dont_know' },
    comment: random() < 0.3 ? `“${level}”\n🙂` : '',
    wording: 'title',
  })
  return id
}
