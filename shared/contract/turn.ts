import { z } from 'zod'
import { round } from '../model/rating.ts'
import { begunTurn, draft, openTurns, turn, turnEnd } from '../model/turn.ts'
import { id, name } from '../model/vocabulary.ts'
import { namedParticipant } from '../model/workshop.ts'
import { done, ofWorkbook, operation } from './operation.ts'

/** A turn with its person, by which a laptop in the room's hands knows whose it is. */
const ofTurn = ofWorkbook.extend({ participant: id, turn: id })

/** The operations of one person's time at this laptop, which the screens of a participant need, and no other. */
export const turnContract = {
  turn: {
    /**
     * Begins a person's turn in a round, or (null) in the one that is theirs now; answers with the turn that they
     * have open, if they have one, or says why there is nothing to rate. `resumes` names a turn that a restart of
     * the program or a cover ended.
     */
    begin: operation
      .input(
        ofWorkbook.extend({ participant: id, round: round.nullable(), resumes: id.optional() }),
      )
      .output(begunTurn),
    /** An open turn as it stands now. */
    get: operation.input(ofTurn).output(turn),
    /** Keeps what a person says to one field, in the place of what they said there before; answers after the commit. */
    save: operation.input(ofTurn.extend({ draft })).output(done),
    /** Puts the person of an open turn into the group that they say is theirs. */
    correctGroup: operation.input(ofTurn.extend({ group: name })).output(namedParticipant),
    /**
     * Ends a turn: what was said becomes records, and the turn's own rows are erased. `leavesOut` says that the
     * person is done with the round although something in it is open.
     */
    end: operation
      .input(ofTurn.extend({ how: turnEnd, leavesOut: z.boolean().default(false) }))
      .output(done),
    /** Counts what is said in open turns and not recorded yet. */
    underWay: operation.input(ofWorkbook).output(openTurns),
  },
}
