import { isDeepStrictEqual } from 'node:util'
import type { EnteredCounts } from '../../../shared/model/data-entry.ts'
import type { RatingKey } from '../../../shared/model/rating.ts'
import { type CurrentComment, getAllCommentsOf } from '../../store/records/comments.ts'
import { getAllRatingsOf, type RatingRecord } from '../../store/records/ratings.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { CheckedRatings } from './check-ratings.ts'
import type { EnteredRow } from './read-table.ts'

/** A row of a file with what it says that does not stand yet. */
export interface PlannedRow {
  readonly row: EnteredRow
  readonly answers: boolean
  readonly comments: boolean
}

/** A plan of what storing a file would do: the rows that say something new, the newcomers among its people, and the counts. */
export interface RatingsPlan {
  readonly rows: readonly PlannedRow[]
  /** The first row of each person whom the workshop does not have. */
  readonly newcomers: readonly EnteredRow[]
  readonly counts: EnteredCounts
}

/**
 * Plans what storing checked ratings would do; stores nothing. An answer or a comment that stands already is left as it
 * is, and so is one of which a row says nothing.
 */
export function planRatings(store: ReadableStore, checked: CheckedRatings): RatingsPlan {
  const rows = checked.rows.map(({ row }) => row)
  const people = new Map(rows.toReversed().map(row => [row.person.key, row]))
  const newcomers = [...people.values()].toReversed().filter(({ person }) => person.known === null)
  const stands = standingWords(store, rows)
  const said = rows.filter(({ answer, comment }) => answer.kind !== 'none' || comment !== '')
  const planned = said.map(row => {
    const there = stands.get(keyOf(row))
    return { row, isFirst: !there, ...newIn(row, there) }
  })
  const fresh = planned.filter(({ isFirst }) => isFirst)
  const tells = planned.filter(({ answers, comments }) => answers || comments)
  return {
    rows: [...fresh, ...tells.filter(({ isFirst }) => !isFirst)],
    newcomers,
    counts: {
      rows: rows.length + checked.repeated,
      participants: { added: newcomers.length, known: people.size - newcomers.length },
      ratings: {
        new: fresh.length,
        changed: tells.length - fresh.length,
        unchanged: said.length - tells.length,
        missing: rows.length - said.length,
        repeated: checked.repeated,
      },
    },
  }
}

const newIn = ({ answer, comment }: EnteredRow, there: Standing | undefined) => ({
  answers:
    answer.kind !== 'none' &&
    !there?.ratings.some(rating => isDeepStrictEqual(rating.answer, answer)),
  comments: comment !== '' && !there?.comments.some(({ text }) => text === comment),
})

/** The question that a row answers, of somebody who is in the workshop; empty for a newcomer's. */
const keyOf = ({ person, indicator, criterion, round }: EnteredRow): string =>
  person.known ? standingKey({ participant: person.known.id, indicator, criterion, round }) : ''

const standingKey = ({ participant, indicator, criterion, round }: RatingKey): string =>
  JSON.stringify([participant, indicator, criterion, round])

/** The answers and comments that stand of one question: several in a conflict or after a merge. */
interface Standing {
  readonly ratings: RatingRecord[]
  readonly comments: CurrentComment[]
}

/** Reads what the file's participants said in its rounds, by question. */
function standingWords(
  store: ReadableStore,
  rows: readonly EnteredRow[],
): ReadonlyMap<string, Standing> {
  const rounds = new Set(rows.map(({ round }) => round))
  const participants = new Set(rows.flatMap(({ person }) => person.known?.id ?? []))
  const byKey = new Map<string, Standing>()
  const at = (key: RatingKey): Standing => {
    const there = byKey.get(standingKey(key)) ?? { ratings: [], comments: [] }
    byKey.set(standingKey(key), there)
    return there
  }
  for (const participant of participants) {
    for (const round of rounds) {
      const scope = { participant, round }
      for (const rating of getAllRatingsOf(store, scope)) at(rating).ratings.push(rating)
      for (const comment of getAllCommentsOf(store, scope)) at(comment).comments.push(comment)
    }
  }
  return byKey
}
