import { isDeepStrictEqual } from 'node:util'
import type { CountedHands, HandsQuestion, HandsRoom } from '../../shared/model/hands.ts'
import { groupBy } from '../group-by.ts'
import { getAllHands, type HandsRecord } from '../store/records/hands.ts'
import type { ReadableStore } from '../store/store.ts'

/** A line of a room with every record that stands for it, oldest first. */
export interface StandingLine extends HandsRoom, HandsQuestion {
  readonly records: readonly HandsRecord[]
  /** Those that say something else than one before: two or more are a conflict, and none was counted or all taken back. */
  readonly sides: readonly HandsRecord[]
}

/** A text that tells the lines of a workshop apart. */
export const lineKey = ({
  group,
  round,
  indicator,
  criterion,
}: Omit<HandsRoom, 'workshop'> & HandsQuestion): string =>
  JSON.stringify([group, round, indicator, criterion])

const keyOf = (hands: HandsRecord): string => `${hands.workshop} ${lineKey(hands)}`

/** Tests whether two counts of one line say the same: two laptops that counted alike are in no conflict. */
export const areAlike = (one: Counted, other: Counted): boolean =>
  isDeepStrictEqual(toCounted(one), toCounted(other))

/** The hands of a line, and the people in the room. */
export type Counted = CountedHands & { readonly present: number }

const toCounted = ({ counts, dontKnow, notApplicable, present }: Counted): Counted => ({
  ...{ counts, dontKnow, notApplicable, present },
})

/** The lines of some workshops for which anything stands, in one round or in all. */
export function standingLines(
  store: ReadableStore,
  scope: { readonly workshops: readonly string[]; readonly round?: number },
): readonly StandingLine[] {
  return [...groupBy(getAllHands(store, scope), keyOf).values()].flatMap(records => {
    const [first] = records
    if (!first) return []
    const { workshop, group, round, indicator, criterion } = first
    return [{ workshop, group, round, indicator, criterion, records, sides: sidesOf(records) }]
  })
}

function sidesOf(records: readonly HandsRecord[]): readonly HandsRecord[] {
  const differing = records.filter(
    (one, at) => !records.slice(0, at).some(before => areAlike(before, one)),
  )
  return differing.every(({ present }) => present === 0) ? [] : differing
}
