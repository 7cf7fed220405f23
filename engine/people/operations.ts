import { recallPhrase } from '../keys/phrases.ts'
import { os, type RouterParts } from '../operation.ts'
import {
  previewWithdrawal,
  requireConfirmation,
  withdraw,
  writeConfirmation,
} from '../withdrawal/withdraw.ts'
import { correctParticipant, requireParticipant } from '../workshops/participants.ts'
import { findParticipants, linkParticipants, listLinks, unlinkParticipants } from './people.ts'

/** The operations on the people behind the participants. */
export function peopleOperations({ library, permits, events }: RouterParts) {
  const storeOf = (workbook: string) => library.require(workbook).store
  const tell = (workbook: string) => events.publish(workbook, { kind: 'people-changed' })
  return {
    person: {
      correct: os.person.correct.handler(({ input: { workbook, ...correction } }) => {
        const corrected = correctParticipant(library.require(workbook), correction)
        tell(workbook)
        return corrected
      }),
      recallPhrase: os.person.recallPhrase.handler(({ input: { workbook, participant } }) => ({
        phrase: recallPhrase(requireParticipant(storeOf(workbook), participant).id),
      })),
      find: os.person.find.handler(({ input: { workbook, words } }) => [
        ...findParticipants(storeOf(workbook), words),
      ]),
      links: os.person.links.handler(({ input }) => [...listLinks(storeOf(input.workbook))]),
      link: os.person.link.handler(({ input: { workbook, ...pair } }) => {
        linkParticipants(library.require(workbook), pair)
        tell(workbook)
        return {}
      }),
      unlink: os.person.unlink.handler(({ input: { workbook, ...pair } }) => {
        unlinkParticipants(library.require(workbook), pair)
        tell(workbook)
        return {}
      }),
      withdrawalPreview: os.person.withdrawalPreview.handler(({ input }) =>
        previewWithdrawal(storeOf(input.workbook), input.participant),
      ),
      withdraw: os.person.withdraw.handler(({ input: { workbook, participant, typed } }) => {
        const open = library.require(workbook)
        requireConfirmation(open.store, participant, typed)
        const receipt = withdraw(open, participant)
        tell(workbook)
        return receipt
      }),
      confirmation: os.person.confirmation.handler(({ input: { workbook, receipt, to } }) =>
        writeConfirmation(library.require(workbook).title, receipt, permits.redeem(to)),
      ),
    },
  }
}
