import { countedRoom, handsLine, handsRoom, handsSheet, newHands } from '../model/hands.ts'
import { id } from '../model/vocabulary.ts'
import { listOf, ofWorkbook, operation } from './operation.ts'

/** The operations on shows of hands: counts of a group whose people are not told apart. */
export const handsContract = {
  hands: {
    /** The groups of a workshop that showed hands, by round. */
    list: operation.input(ofWorkbook.extend({ workshop: id })).output(listOf(countedRoom)),
    /** The lines of a group in a round, with the counts that stand. */
    open: operation.input(ofWorkbook.extend(handsRoom.shape)).output(handsSheet),
    /** Records the counts of one line in the place of those that stood; nobody in the room takes the line back. */
    record: operation.input(ofWorkbook.extend(newHands.shape)).output(handsLine),
  },
}
