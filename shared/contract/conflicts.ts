import { z } from 'zod'
import { conflictList, settledByRule, settlement, settlingRule } from '../model/conflict.ts'
import { id } from '../model/vocabulary.ts'
import { ofWorkbook, operation } from './operation.ts'

/** What may be asked about questions that one person has two current answers to. */
export const conflictsContract = {
  conflict: {
    /** The open conflicts with their sides, and the settlements that hold. */
    list: operation.input(ofWorkbook).output(conflictList),
    /** Chooses one side of an open conflict, by the rating's id; the others are set aside, not lost. */
    settle: operation.input(ofWorkbook.extend({ rating: id })).output(settlement),
    /** Settles every open conflict that a rule can decide. */
    settleByRule: operation.input(ofWorkbook.extend({ rule: settlingRule })).output(settledByRule),
    /** Takes a settlement back, by its id; the sides stand beside each other again. */
    reopen: operation.input(ofWorkbook.extend({ settlement: id })).output(z.object({})),
  },
}
