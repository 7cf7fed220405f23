import type { ReadableStore } from '../store.ts'

/** A framework version whose words a participant had before them when they answered in a round. */
export interface SeenByParticipant {
  readonly participant: string
  readonly framework: string
  /** The id of the earliest of those answers; ids are in the order of their making. */
  readonly first: string
}

/**
 * The framework versions that participants answered in a round, answers that were replaced included; of some
 * participants, or of all.
 */
export function getAllSeenInRound(
  store: ReadableStore,
  { round, among }: { readonly round: number; readonly among?: readonly string[] | undefined },
): readonly SeenByParticipant[] {
  return store
    .prepare<object, SeenByParticipant>(
      `SELECT participant, framework, min(id) AS first FROM rating WHERE round = @round
         ${among ? 'AND participant IN (SELECT value FROM json_each(@among))' : ''}
       GROUP BY participant, framework ORDER BY first`,
    )
    .all({ round, ...(among && { among: JSON.stringify(among) }) })
}

/** Tests whether anybody of a workshop has answered in a round, tests left out. */
export function hasAnswersInRound(
  store: ReadableStore,
  key: { readonly workshop: string; readonly round: number },
): boolean {
  const row = store
    .prepare<typeof key>(
      `SELECT 1 FROM counted_participant AS p CROSS JOIN rating AS r ON r.participant = p.participant
       WHERE p.workshop = @workshop AND r.round = @round LIMIT 1`,
    )
    .get(key)
  return row !== undefined
}

/** The place of a participant: their workshop, and their group in it. */
export interface Place {
  readonly workshop: string
  readonly group: string
}

/** The place of each participant who counts. */
export function getCountedPlaces(store: ReadableStore): ReadonlyMap<string, Place> {
  const rows = store
    .prepare<Record<string, never>, Place & { readonly participant: string }>(
      `SELECT participant, workshop, stakeholder_group AS "group" FROM counted_participant`,
    )
    .all({})
  return new Map(rows.map(({ participant, ...place }) => [participant, place]))
}
