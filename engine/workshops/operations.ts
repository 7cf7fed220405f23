import { os, type RouterParts } from '../operation.ts'
import { listRatings, recordRating } from '../ratings/record.ts'
import { listProgress } from '../rounds/rounds.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import { addParticipant } from './participants.ts'
import { addWorkshop } from './workshops.ts'

/** The operations on workshops, participants and their ratings. */
export function workshopOperations({ library, events, live }: RouterParts) {
  return {
    workshop: {
      list: os.workshop.list.handler(({ input }) => [
        ...getAllWorkshops(library.require(input.workbook).store),
      ]),
      add: os.workshop.add.handler(({ input: { workbook, ...details } }) => {
        const workshop = addWorkshop(library.require(workbook), details)
        events.publish(workbook, { kind: 'workshop-recorded', workshop: workshop.id })
        return workshop
      }),
    },
    participant: {
      list: os.participant.list.handler(({ input: { workbook, ...scope } }) => [
        ...listProgress(library.require(workbook).store, scope),
      ]),
      add: os.participant.add.handler(({ input: { workbook, ...wanted } }) => {
        const { id, ...rest } = addParticipant(library.require(workbook), wanted)
        const { workshop } = rest
        events.publish(workbook, { kind: 'participant-recorded', workshop, participant: id })
        return { id, ...rest }
      }),
    },
    rating: {
      record: os.rating.record.handler(({ input: { workbook, ...rating } }) => {
        const opened = library.require(workbook)
        const recorded = live.whileRating(opened, rating.indicator, () =>
          recordRating(opened, rating),
        )
        const { participant, indicator } = recorded
        events.publish(workbook, { kind: 'rating-recorded', participant, indicator })
        return recorded
      }),
      list: os.rating.list.handler(({ input: { workbook, ...scope } }) => [
        ...listRatings(library.require(workbook).store, scope),
      ]),
    },
  }
}
