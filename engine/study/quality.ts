import type { MergeReceipt } from '../../shared/model/packages.ts'
import {
  ENOUGH_TO_FLAG,
  type Flagged,
  LEAST_SECONDS,
  MOST_DONT_KNOW,
} from '../../shared/model/whole-study.ts'
import { readNames } from '../people/names.ts'
import { getAllParticipants, getAllWorkshops } from '../store/records/workshops.ts'
import { type AnswersOfPerson, getAnswersOfPeople } from '../store/reports/study.ts'
import type { ReadableStore } from '../store/store.ts'
import { findWrongClocks } from './clocks.ts'

/** The choices for finding signs of quality. */
interface QualityChoices {
  /** The least seconds an item. */
  readonly seconds?: number | undefined
  /** The workshops at whose answers nobody looks now. */
  readonly underWay: ReadonlySet<string>
}

/**
 * Finds signs that answers may not mean what they say: all at one level, faster than anybody reads, mostly *don't
 * know*, or given while a clock was wrong. Nothing follows from a sign but that somebody looks.
 */
export function findFlags(
  store: ReadableStore,
  receipts: readonly MergeReceipt[],
  { seconds = LEAST_SECONDS, underWay }: QualityChoices,
): readonly Flagged[] {
  const people = new Map(
    getAllWorkshops(store)
      .filter(({ id }) => !underWay.has(id))
      .flatMap(({ id }) => getAllParticipants(store, id).map(one => [one.id, one] as const)),
  )
  const nameOf = readNames(store)
  const ofPeople = getAnswersOfPeople(store).flatMap(answers => {
    const person = people.get(answers.participant)
    if (!person || answers.answers < ENOUGH_TO_FLAG) return []
    const { round, answers: count } = answers
    const about = { participant: person.id, name: nameOf(person), workshop: person.workshop }
    return signsOf(answers, seconds).map(sign => ({ ...about, round, answers: count, ...sign }))
  })
  return [...ofPeople, ...findClocks(receipts)]
}

type Sign = Pick<Exclude<Flagged, { readonly flag: 'clock' }>, 'flag' | 'value'>

function signsOf(answers: AnswersOfPerson, leastSeconds: number): readonly Sign[] {
  const { levels, lowest, highest, dontKnow, items, seconds } = answers
  const signs: Sign[] = []
  if (levels >= ENOUGH_TO_FLAG && lowest !== null && lowest === highest) {
    signs.push({ flag: 'same answer', value: lowest })
  }
  const perItem = items > 1 && seconds !== null ? seconds / items : null
  if (perItem !== null && perItem < leastSeconds) signs.push({ flag: 'too fast', value: perItem })
  const share = dontKnow / answers.answers
  if (share > MOST_DONT_KNOW) signs.push({ flag: 'dont know', value: share })
  return signs
}

const findClocks = (receipts: readonly MergeReceipt[]): readonly Flagged[] =>
  findWrongClocks(receipts).map(({ receipt, account: { file }, note: { message } }) => ({
    flag: 'clock',
    file,
    receipt,
    message,
  }))
