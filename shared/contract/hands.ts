import {
  countedRoom,
  enteredHands,
  handsChoices,
  handsLine,
  handsOutcome,
  handsRoom,
  handsSheet,
  newHands,
} from '../model/hands.ts'
import { id } from '../model/vocabulary.ts'
import { filePermit, listOf, ofWorkbook, operation } from './operation.ts'

/** A file of hands of a workshop, with what a person chose about it. */
const ofHandsFile = ofWorkbook.extend({
  workshop: id,
  file: filePermit,
  ...handsChoices.shape,
})

/** The operations on shows of hands: counts of a group whose people are not told apart. */
export const handsContract = {
  hands: {
    /** The groups of a workshop that showed hands, by round. */
    list: operation.input(ofWorkbook.extend({ workshop: id })).output(listOf(countedRoom)),
    /** The lines of a group in a round, with the counts that stand. */
    open: operation.input(ofWorkbook.extend(handsRoom.shape)).output(handsSheet),
    /** Records the counts of one line in the place of those that stood; nobody in the room takes the line back. */
    record: operation.input(ofWorkbook.extend(newHands.shape)).output(handsLine),
    /** Reads a file of hands for a workshop and says what loading it would do; records nothing. */
    checkFile: operation.input(ofHandsFile).output(handsOutcome),
    /** Records a file of hands that somebody keyed in: all of it or, where anything does not fit, nothing. */
    loadFile: operation.input(ofHandsFile.extend({ by: newHands.shape.by })).output(enteredHands),
  },
}
