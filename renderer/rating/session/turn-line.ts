import type { EngineClient } from '../../../shared/host.ts'
import type { Draft, Turn, TurnEnd } from '../../../shared/model/turn.ts'
import type { NamedParticipant } from '../../../shared/model/workshop.ts'
import { problemOf } from '../../data/loadable.ts'

/** The line on which one person's turn is saved and ended. */
export interface TurnLine {
  /** Saves a draft; resolves once it is on disk. */
  readonly save: (draft: Draft) => Promise<unknown>
  /** Reads the turn as it stands now. */
  readonly read: () => Promise<Turn>
  /** Puts the person into another group. */
  readonly correctGroup: (group: string) => Promise<NamedParticipant>
  /** Ends the turn, so that what was said becomes records. */
  readonly end: (how: TurnEnd, leavesOut: boolean) => Promise<unknown>
}

/** The operations that a turn needs. */
export interface TurnClient {
  readonly turn: Pick<EngineClient['turn'], 'begin' | 'get' | 'save' | 'correctGroup' | 'end'>
}

/**
 * Opens the line of a turn that has begun. Where a restart of the program or a cover ended the turn, the next call
 * begins another in its place and goes on there; where the person handed over, the calls reject with TURN_OVER.
 */
export function openTurnLine(client: TurnClient, workbook: string, begun: Turn): TurnLine {
  const { round, participant } = begun
  const person = { workbook, participant: participant.id }
  let turn = begun.turn

  const resume = async (over: string, cause: unknown): Promise<void> => {
    // Of several calls that found the turn over, the first has begun the next one.
    if (turn !== over) return
    const next = await client.turn.begin({ ...person, round, resumes: over })
    if ('nothing' in next) throw cause
    turn = next.turn
  }

  const withTurn = async <Answer>(call: (turn: string) => Promise<Answer>): Promise<Answer> => {
    const tried = turn
    try {
      return await call(tried)
    } catch (error) {
      if (problemOf(error).code !== 'TURN_OVER') throw error
      await resume(tried, error)
      return call(turn)
    }
  }

  return {
    save: draft => withTurn(turn => client.turn.save({ ...person, turn, draft })),
    read: () => withTurn(turn => client.turn.get({ ...person, turn })),
    correctGroup: group => withTurn(turn => client.turn.correctGroup({ ...person, turn, group })),
    end: (how, leavesOut) => withTurn(turn => client.turn.end({ ...person, turn, how, leavesOut })),
  }
}
