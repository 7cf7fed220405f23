import { z } from 'zod'
import { newRating, rating, round } from '../model/rating.ts'
import { id, name } from '../model/vocabulary.ts'
import { participant, participantProgress, workshop, workshopDetails } from '../model/workshop.ts'
import { ofWorkbook, operation } from './operation.ts'

/** What may be asked about workshops, participants and their ratings. */
export const workshopsContract = {
  workshop: {
    list: operation.input(ofWorkbook).output(z.array(workshop)),
    add: operation.input(ofWorkbook.extend(workshopDetails.shape)).output(workshop),
  },
  participant: {
    /**
     * The participants of a workshop, in the order in which they joined, with their progress in a round;
     * left out, in the one that the workshop is rating now.
     */
    list: operation
      .input(ofWorkbook.extend({ workshop: id, round: round.optional() }))
      .output(z.array(participantProgress)),
    /** Adds one person; the app makes the code (P01, P02, ...). */
    add: operation.input(ofWorkbook.extend({ workshop: id, group: name })).output(participant),
  },
  rating: {
    /** Records one rating, superseding the current one of its key; answers after the commit. */
    record: operation.input(newRating.extend({ workbook: id })).output(rating),
    /** One participant's current ratings of a round. */
    list: operation
      .input(ofWorkbook.extend({ participant: id, round: round.default(1) }))
      .output(z.array(rating)),
  },
}
