import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { endTurn } from '../../../engine/turns/end.ts'
import { beginTurn, keepDraft } from '../../../engine/turns/turns.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'

/** The number of fields that a person writes to in turn. */
export const FIELDS = 20
/** The number of saves after which a person hands over and comes back. */
const TURN = 60

/** The number that each field was last said to hold, by its place: numbers that only grow. */
export type LastSaid = Map<number, number>

/**
 * Says so many things, each with its number, in turns that end and begin again. `saved` is called once one was
 * acknowledged, `refused` where it was not; then the next is tried.
 */
export function sayMuch(
  workbook: Workbook,
  participant: string,
  {
    count,
    saved,
    refused,
  }: {
    readonly count: number
    readonly saved: (field: number, number: number) => void
    readonly refused: (error: unknown) => void
  },
): void {
  const { indicators, hash } = currentFramework(workbook.store)
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      refused(error)
    }
  }
  let turn = ''
  for (let number = 1; number <= count; number++) {
    if (number % TURN === 1) {
      if (turn !== '') attempt(() => endTurn(workbook, { turn, participant, how: 'hand-over' }))
      attempt(() => {
        const begun = beginTurn(workbook, { participant, round: null })
        if ('turn' in begun) turn = begun.turn
      })
    }
    const field = number % FIELDS
    attempt(() => {
      keepDraft(workbook, {
        turn,
        participant,
        draft: {
          part: 'comment',
          indicator: indicators[field]?.id ?? '',
          criterion: 'usefulness',
          text: `said ${field} ${number}`,
          wording: 'title',
          framework: hash,
        },
      })
      saved(field, number)
    })
  }
}

/** The numbers of what is kept of each field, the largest of each, of a connection to a workbook's file. */
export function lastKept(texts: readonly string[]): LastSaid {
  const kept: LastSaid = new Map()
  for (const text of texts) {
    const [, field = 0, number = 0] = text.split(' ').map(Number)
    kept.set(field, Math.max(number, kept.get(field) ?? 0))
  }
  return kept
}

/** The SQL for the texts of a workbook, in turns that are open and in records. */
export const TEXTS = 'SELECT text FROM draft UNION ALL SELECT text FROM comment_record'
