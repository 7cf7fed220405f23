import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { IDLE_MINUTES, lockState, newPin, proof, recoveryWords, roomInfo } from '../model/lock.ts'
import { pictureContent, pictureContentId } from '../model/pictures/pictures.ts'
import { round } from '../model/rating.ts'
import { id, name } from '../model/vocabulary.ts'
import { joinedParticipant, namedParticipant } from '../model/workshop.ts'
import { done, listOf, ofWorkbook, operation } from './operation.ts'

/**
 * The operations on the facilitator's lock of this laptop, and those that a room has while the laptop is in
 * its hands. A room's own name no workbook and, but for one that asks for the PIN, no person: the lock knows whom they
 * are about.
 */
export const roomContract = {
  lock: {
    state: operation.output(lockState),
    /** Watches the lock: its state now, and after each change. */
    watch: operation.output(eventIterator(lockState)),
    /** Sets the first PIN of this laptop; answers with the words to write down, which are shown once. */
    setPin: operation.input(z.object({ pin: newPin })).output(recoveryWords),
    /** Decides to have no PIN, which ends one that was set. */
    goWithout: operation.input(proof.optional()).output(lockState),
    /** Replaces the PIN, and the words with it. */
    changePin: operation.input(z.object({ proof, pin: newPin })).output(recoveryWords),
    setIdle: operation
      .input(z.object({ minutes: z.number().int().min(IDLE_MINUTES.least).max(IDLE_MINUTES.most) }))
      .output(lockState),
    /**
     * Puts the laptop into a room's hands, and into those of this participant if one is named; for practice, where
     * whoever comes in is a test.
     */
    enter: operation
      .input(
        ofWorkbook.extend({
          workshop: id,
          participant: id.optional(),
          round: round.optional(),
          practice: z.boolean().optional(),
        }),
      )
      .output(lockState),
    /** Gives the laptop back to the facilitator; a laptop without a PIN asks for no proof. */
    unlock: operation.input(proof.optional()).output(lockState),
  },
  room: {
    get: operation.output(roomInfo),
    /** The bytes of a picture of the room's framework; null where there is none of this content. */
    picture: operation
      .input(z.object({ content: pictureContentId }))
      .output(pictureContent.nullable()),
    /** Lets in a new person of this group; `agreedTo` is the text that they agreed to, where the study has one. */
    join: operation
      .input(z.object({ group: name, agreedTo: id.optional() }))
      .output(joinedParticipant),
    /** Lets in somebody who was here before, by their code and their four words. */
    comeBack: operation
      .input(
        z.object({
          code: z.string().trim().min(1).max(100),
          words: z.string().trim().min(1).max(200),
        }),
      )
      .output(done),
    /** The people of the room, for a facilitator who lets one of them in. */
    people: operation.input(z.object({ proof: proof.optional() })).output(listOf(namedParticipant)),
    /** Lets in somebody who was here before and does not know their words, as the facilitator says who they are. */
    letIn: operation.input(z.object({ proof: proof.optional(), participant: id })).output(done),
    /** Has the person who ended a round go on with the next one that they are asked for; null where there is none. */
    nextRound: operation
      .input(z.object({ ended: round }))
      .output(z.object({ round: round.nullable() })),
    /** Ends the turn of the person who was rating. */
    handOver: operation.output(done),
    /** Covers what a person was doing, as nobody has touched the laptop for a while. */
    cover: operation.output(done),
    /** Lets the person behind a covered screen go on, by the first of their four words. */
    goOn: operation.input(z.object({ word: z.string().trim().min(1).max(60) })).output(done),
  },
}
