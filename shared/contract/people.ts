import { z } from 'zod'
import {
  knownParticipant,
  participantLink,
  withdrawalPreview,
  withdrawalReceipt,
} from '../model/person.ts'
import { id, name } from '../model/vocabulary.ts'
import { participant, participantCode } from '../model/workshop.ts'
import { filePermit, ofWorkbook, operation, writtenFile } from './operation.ts'

const ofParticipant = ofWorkbook.extend({ participant: id })
const ofPair = ofParticipant.extend({ other: id })

/** What may be asked about the people behind the participants. */
export const peopleContract = {
  person: {
    /** Puts a wrong group or code right; what was said before stays in the history. */
    correct: operation
      .input(ofParticipant.extend({ code: participantCode, group: name }))
      .output(participant),
    /** The four words by which a participant can ask for their answers to be removed. */
    recallPhrase: operation.input(ofParticipant).output(z.object({ phrase: z.string() })),
    /** Who has this code or these four words; more than one where a code was given twice. */
    find: operation
      .input(ofWorkbook.extend({ words: z.string().trim().min(1).max(200) }))
      .output(z.array(knownParticipant)),
    links: operation.input(ofWorkbook).output(z.array(participantLink)),
    /** Says that two participants are one person, who is then counted once. */
    link: operation.input(ofPair).output(z.object({})),
    unlink: operation.input(ofPair).output(z.object({})),
    /** What would go if this person withdrew. */
    withdrawalPreview: operation.input(ofParticipant).output(withdrawalPreview),
    /** Erases everything of a person; `typed` is their code, typed by whoever confirms it. */
    withdraw: operation
      .input(ofParticipant.extend({ typed: z.string().trim().max(200) }))
      .output(withdrawalReceipt),
    /** Writes a confirmation for the person, without any of their answers, to a chosen file. */
    confirmation: operation
      .input(ofWorkbook.extend({ receipt: withdrawalReceipt, to: filePermit }))
      .output(writtenFile),
  },
}
