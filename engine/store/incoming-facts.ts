import type { RowRange } from './incoming.ts'
import type { RecordTable } from './record-table.ts'
import type { ReadableStore } from './store.ts'

/** The earliest and the latest moment that records of a package say they were made at. */
export interface Moments {
  readonly earliest: string | null
  readonly latest: string | null
}

/** When the waiting records of a table were made, by the clocks of the laptops that made them. */
export function getMoments(store: ReadableStore, { table }: RecordTable, range: RowRange): Moments {
  const row = store
    .prepare<RowRange, Moments>(
      `SELECT min(recorded_at) AS earliest, max(recorded_at) AS latest
       FROM incoming.${table} WHERE rowid BETWEEN @first AND @last`,
    )
    .get(range)
  return row ?? { earliest: null, latest: null }
}

/**
 * How many ratings that a package says took another's place say that they were made before it, on the same
 * laptop: then its clock was set back in between. Call it once the package was taken in.
 */
export function countSetBack(store: ReadableStore, range: RowRange): number {
  const row = store
    .prepare<RowRange, { readonly count: number }>(
      `SELECT count(*) AS count FROM incoming.supersession AS i
       CROSS JOIN main.rating AS later ON later.id = i.record
       CROSS JOIN main.rating AS earlier ON earlier.id = i.superseded
       WHERE i.rowid BETWEEN @first AND @last
         AND later.device = earlier.device AND later.recorded_at < earlier.recorded_at`,
    )
    .get(range)
  return row?.count ?? 0
}

/** The waiting ratings of indicators that a framework version does not have: the code, and how many. */
export function getUnmatchedIndicators(
  store: ReadableStore,
  range: RowRange,
  framework: string,
): readonly { readonly code: string; readonly ratings: number }[] {
  return store
    .prepare<RowRange & { framework: string }, { code: string; ratings: number }>(
      `SELECT coalesce((SELECT code FROM indicator WHERE framework = r.framework AND id = r.indicator),
           r.indicator) AS code, count(*) AS ratings
       FROM incoming.rating AS r
       WHERE r.rowid BETWEEN @first AND @last AND r.indicator NOT IN (
           SELECT id FROM indicator WHERE framework = @framework)
         AND r.participant NOT IN (SELECT participant FROM withdrawal)
       GROUP BY r.indicator ORDER BY 1`,
    )
    .all({ ...range, framework })
}

/** What of a package is needed to see whether its laptop was copied. */
export interface CopyQuestion {
  readonly device: string
  /** The number of the package that is being taken in. */
  readonly package: number
  readonly participants: RowRange
  readonly ratings: RowRange
}

/**
 * Whether a device gave ratings here that its own package lacks, in a workshop that the package has whole,
 * although the package brings ratings of that device which were not here. One laptop goes on from what it
 * has, so it lacks nothing that it wrote: two that began as one do.
 */
export function hasDiverged(store: ReadableStore, question: CopyQuestion): boolean {
  const { device, participants, ratings } = question
  const wasHere = store
    .prepare<{ device: string; number: number }>(
      'SELECT 1 FROM main.device WHERE id = @device AND package IS NOT @number',
    )
    .get({ device, number: question.package })
  if (wasHere === undefined) return false
  const brought = store
    .prepare<{ device: string; number: number; first: number; last: number }>(
      `SELECT 1 FROM incoming.rating AS i CROSS JOIN main.rating AS m ON m.id = i.id
       WHERE i.rowid BETWEEN @first AND @last AND i.device = @device AND m.package = @number LIMIT 1`,
    )
    .get({ device, number: question.package, first: ratings.first, last: ratings.last })
  if (brought === undefined) return false
  const there = store
    .prepare<RowRange & { device: string }, { readonly id: string }>(
      `SELECT id FROM incoming.rating WHERE rowid BETWEEN @first AND @last AND device = @device`,
    )
    .all({ device, ...ratings })
  const inPackage = new Set(there.map(({ id }) => id))
  const here = store
    .prepare<RowRange & { device: string }, { readonly id: string }>(
      `SELECT m.id FROM main.participant_record AS p CROSS JOIN main.rating AS m
         ON m.participant = p.participant
       WHERE m.device = @device AND p.workshop IN (
         SELECT workshop FROM incoming.participant_record WHERE rowid BETWEEN @first AND @last)`,
    )
    .all({ device, ...participants })
  return here.some(({ id }) => !inPackage.has(id))
}
