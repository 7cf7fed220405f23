import type { Answer, Wording } from '../../../shared/model/rating.ts'
import type { OpenTurns } from '../../../shared/model/turn.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { ReadableStore } from '../store.ts'

type Nothing = Record<string, never>

/** An answer that was given in an open turn, before it is a record. */
export interface DraftAnswer {
  readonly participant: string
  readonly indicator: string
  readonly criterion: Criterion
  readonly framework: string
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly wording: Wording
}

/** The answers in open turns of a round, or those to one indicator in it; mostly there are none. */
export function getAllDraftAnswers(
  store: ReadableStore,
  { round, indicator }: { readonly round: number; readonly indicator?: string | undefined },
): readonly DraftAnswer[] {
  if (!hasDraftAnswers(store)) return []
  return store
    .prepare<{ round: number; indicator?: string }, DraftAnswer>(
      `SELECT d.participant, d.indicator, d.criterion, d.framework, d.answer, d.level, d.wording
       FROM draft AS d JOIN turn AS t ON t.id = d.turn
       WHERE d.part = 'answer' AND t.round = @round
         ${indicator ? 'AND d.indicator = @indicator' : ''} ORDER BY d.saved_at`,
    )
    .all({ round, ...(indicator && { indicator }) })
}

/** Tests whether any answer of an open turn waits to be recorded. */
export function hasDraftAnswers(store: ReadableStore): boolean {
  return (
    store.prepare<Nothing>(`SELECT 1 FROM draft WHERE part = 'answer' LIMIT 1`).get({}) !==
    undefined
  )
}

/** Counts the people in open turns, and their answers that are no records yet. */
export function countOpenTurns(store: ReadableStore): OpenTurns {
  const row = store
    .prepare<Nothing, OpenTurns>(
      `SELECT (SELECT count(*) FROM turn WHERE ended IS NULL) AS people,
         (SELECT count(*) FROM draft WHERE part = 'answer') AS answers`,
    )
    .get({})
  return row ?? { people: 0, answers: 0 }
}
