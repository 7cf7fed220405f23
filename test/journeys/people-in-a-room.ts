import type { EngineClient } from '../../shared/host.ts'
import { CRITERIA, type Criterion } from '../../shared/model/vocabulary.ts'

/** The place where a room rates: its workbook and workshop, over the contract alone. */
export interface RoomOf {
  readonly client: EngineClient
  readonly workbook: string
  readonly workshop: string
}

/** An answer that somebody gave to one question, written down beside the program. */
interface Noted {
  readonly person: string
  readonly round: number
  readonly indicator: string
  readonly criterion: Criterion
  readonly level: number
}

/** A notebook that somebody keeps of all that is said: who answers a question again replaces what they said. */
export function createNotebook() {
  const noted = new Map<string, Noted>()
  return {
    note: (said: Noted) => {
      const { person, round, indicator, criterion } = said
      noted.set([person, round, indicator, criterion].join(' '), said)
    },
    /** Counts the levels of a question in a round, as a person with a pencil does. */
    count: (round: number, indicator: string, criterion: Criterion): Record<string, number> => {
      const counts: Record<string, number> = { '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 }
      for (const said of noted.values()) {
        if (said.round !== round || said.indicator !== indicator) continue
        if (said.criterion === criterion) counts[said.level] = (counts[said.level] ?? 0) + 1
      }
      return counts
    },
    /** Counts how those who said a level in both rounds moved. */
    moves: (indicator: string, criterion: Criterion) => {
      const moves = { paired: 0, up: 0, down: 0, stayed: 0 }
      for (const { person, round, level, ...question } of noted.values()) {
        if (round !== 2 || question.indicator !== indicator) continue
        const before = noted.get([person, 1, indicator, criterion].join(' '))
        if (question.criterion !== criterion || !before) continue
        moves.paired += 1
        moves[level > before.level ? 'up' : level < before.level ? 'down' : 'stayed'] += 1
      }
      return moves
    },
  }
}

type Notebook = ReturnType<typeof createNotebook>

/** One sitting of a person at the laptop, and what they were asked. */
export interface Sitting {
  readonly round: number
  readonly isReturn: boolean
  /** The indicators that they were asked, in order. */
  readonly asked: readonly string[]
  /** The number of these that had an answer to both questions when they sat down. */
  readonly answeredBefore: number
}

/** The doings of a person in a sitting. */
export interface Doing {
  /** The number of indicators that they rate, from the first open one on; left out, all that are open. */
  readonly rates?: number
  readonly leavesOut?: boolean
  /** A round that the facilitator chose for them. */
  readonly round?: number
}

/** The level that a person gives, the same whenever they are asked: different people differ. */
const levelOf = (person: number, place: number, criterion: Criterion, round: number): number =>
  1 + ((person * 3 + place * 7 + (criterion === 'usefulness' ? 0 : 2) + round * 5) % 5)

/**
 * Has a person sit down, answer, and hand over. Answers what they were asked, or the reason why they were asked
 * nothing.
 */
export async function sitDown(
  { client, workbook }: RoomOf,
  notebook: Notebook,
  { id: participant, number }: { readonly id: string; readonly number: number },
  { rates = Number.POSITIVE_INFINITY, leavesOut = false, round: wanted }: Doing = {},
): Promise<Sitting | 'finished' | 'closed'> {
  const begun = await client.turn.begin({ workbook, participant, round: wanted ?? null })
  if ('nothing' in begun) return begun.nothing
  const { turn, round, framework, answers } = begun
  const asked = framework.indicators
    .map(({ id }) => id)
    .filter(id => begun.asked?.includes(id) ?? true)
  const isOpen = (indicator: string) =>
    answers.filter(one => one.indicator === indicator).length < 2
  const open = asked.filter(isOpen)
  for (const indicator of open.slice(0, rates)) {
    for (const criterion of CRITERIA) {
      const level = levelOf(number, asked.indexOf(indicator), criterion, round)
      const answer = { kind: 'level' as const, level }
      const draft = { part: 'answer' as const, indicator, criterion, answer }
      await client.turn.save({
        ...{ workbook, turn, participant },
        draft: { ...draft, wording: 'title' },
      })
      notebook.note({ person: participant, round, indicator, criterion, level })
    }
  }
  const how = rates < open.length && !leavesOut ? 'hand-over' : 'finish'
  await client.turn.end({ workbook, turn, participant, how, leavesOut })
  return {
    round,
    isReturn: begun.isReturn,
    asked,
    answeredBefore: asked.length - open.length,
  }
}
