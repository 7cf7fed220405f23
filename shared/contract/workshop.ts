import { z } from 'zod'
import {
  commentsScope,
  listedComment,
  listedSuggestion,
  newSuggestion,
  suggestion,
  tag,
} from '../model/comments.ts'
import {
  enteredCounts,
  MOST_FILES,
  ratingsChoices,
  ratingsFilesReport,
} from '../model/data-entry.ts'
import { standingProtocol, workshopProtocol } from '../model/protocol.ts'
import { newRating, rating, round } from '../model/rating.ts'
import { id, name } from '../model/vocabulary.ts'
import { workshopPlan } from '../model/whole-study.ts'
import {
  askedOf,
  describedParticipant,
  facilitatorsNote,
  joinedParticipant,
  markedStanding,
  namedParticipant,
  participantCode,
  participantLink,
  participantProgress,
  roundIndicators,
  roundUnderWay,
  standingCounts,
  unfinishedChoice,
  withdrawalPreview,
  withdrawalReceipt,
  workshop,
  workshopDetails,
  workshopRound,
} from '../model/workshop.ts'
import { done, filePermit, listOf, ofWorkbook, operation, writtenFile } from './operation.ts'

const tags = listOf(z.string())
const ofTag = ofWorkbook.extend({ rating: id, tag })
/** A workshop, or null for all of them together. */
const ofRoom = ofWorkbook.extend({ workshop: id.nullable() })

const ofRound = ofWorkbook.extend({ workshop: id, round })
const ofParticipant = ofWorkbook.extend({ participant: id })
/** Files of ratings for a workshop, each with what a person chose about it. */
const ofRatingsFiles = ofWorkbook.extend({
  workshop: id,
  files: z
    .array(z.object({ file: filePermit, ...ratingsChoices.shape }))
    .min(1)
    .max(MOST_FILES),
})
const ofPair = ofParticipant.extend({ other: id })

/** The operations on workshops: rounds, participants and their people, ratings, and the discussion of them. */
export const workshopContract = {
  workshop: {
    list: operation.input(ofWorkbook).output(listOf(workshop)),
    /** Adds a workshop, with who facilitates its first round, what it asks and whom it expects where these are given. */
    add: operation
      .input(
        ofWorkbook.extend(workshopDetails.shape).extend({
          facilitators: facilitatorsNote.optional(),
          protocol: workshopProtocol.optional(),
          plan: workshopPlan.optional(),
        }),
      )
      .output(workshop),
    /** The protocol of a workshop: what it asks of whom, in which order and words. */
    protocol: operation.input(ofWorkbook.extend({ workshop: id })).output(standingProtocol),
    /** Sets the protocol of a workshop, as long as nobody has answered; minutes and wordings later too. */
    setProtocol: operation
      .input(ofWorkbook.extend({ workshop: id, protocol: workshopProtocol }))
      .output(standingProtocol),
  },
  participant: {
    /**
     * The participants of a workshop, in the order in which they joined, with their progress in a round;
     * left out, each in the one that they are asked for, or in the latest.
     */
    list: operation
      .input(ofWorkbook.extend({ workshop: id, round: round.optional() }))
      .output(listOf(participantProgress)),
    /** Adds one person, with a code (KUB-01, KUB-02, ... on the laptop KUB) and words that are shown to them alone. */
    add: operation
      .input(ofWorkbook.extend({ workshop: id, group: name }))
      .output(joinedParticipant),
  },
  rating: {
    /** Records one rating, superseding the current one of its key; answers after the commit. */
    record: operation.input(newRating.extend({ workbook: id })).output(rating),
    /** One participant's current ratings of a round. */
    list: operation
      .input(ofWorkbook.extend({ participant: id, round: round.default(1) }))
      .output(listOf(rating)),
    /** Reads files of ratings for a workshop and says what storing each and all would do; stores nothing. */
    checkFiles: operation.input(ofRatingsFiles).output(ratingsFilesReport),
    /** Stores files of ratings in one go: all of them or, where anything does not fit, nothing. */
    loadFiles: operation.input(ofRatingsFiles).output(enteredCounts),
  },
  round: {
    /** The rounds of a workshop, the first one first. */
    list: operation.input(ofWorkbook.extend({ workshop: id })).output(listOf(workshopRound)),
    /** Counts the people of a workshop by how far they are with a round. */
    standings: operation.input(ofRound).output(standingCounts),
    /** The workshops that are rating now, whose answers belong on no screen. */
    underWay: operation.input(ofWorkbook).output(listOf(roundUnderWay)),
    /**
     * Has a facilitator look at the answers so far of a workshop that is rating, or no longer: until its round ends, the
     * program does, or a room gets the laptop. Without it every operation that tells answers of it is refused.
     */
    look: operation
      .input(ofWorkbook.extend({ workshop: id, looks: z.boolean() }))
      .output(z.object({ workshop: id })),
    /**
     * Has a workshop rate all indicators (null) or some again, and says what becomes of people who have not
     * finished the rounds before; answers with the round that is open then.
     */
    open: operation
      .input(
        ofWorkbook.extend({
          workshop: id,
          indicators: roundIndicators,
          unfinished: unfinishedChoice.optional(),
          facilitators: facilitatorsNote.optional(),
        }),
      )
      .output(workshopRound),
    /** Closes a round, or opens it again; answers with the latest round. */
    close: operation.input(ofRound.extend({ closed: z.boolean() })).output(workshopRound),
    /** Notes who facilitated a round, which goes into packages and exports; an empty text leaves no note. */
    noteFacilitators: operation
      .input(ofRound.extend({ text: facilitatorsNote }))
      .output(workshopRound),
    /** Revokes the opening of a round; its ratings stay. */
    takeBack: operation.input(ofRound).output(workshopRound),
    /**
     * Records that a person is excused from a round, or asked for it all the same, as the facilitator says; answers
     * with what they are asked for then.
     */
    mark: operation
      .input(ofParticipant.extend({ round, standing: markedStanding.exclude(['finished']) }))
      .output(askedOf),
    /** The ids of the indicators that are collected to be rated again. */
    collected: operation.input(ofWorkbook.extend({ workshop: id })).output(listOf(id)),
    /** Collects an indicator to be rated again, or takes it off the list; opens nothing. */
    collect: operation
      .input(ofWorkbook.extend({ workshop: id, indicator: id, collected: z.boolean() }))
      .output(listOf(id)),
  },
  suggestion: {
    /** Records one suggestion, superseding the current one of its key; answers after the commit. */
    record: operation.input(ofWorkbook.and(newSuggestion)).output(suggestion),
    /** All suggestions, without their authors. */
    list: operation
      .input(
        ofWorkbook.extend(commentsScope.pick({ workshops: true, hideGroupsUnder: true }).shape),
      )
      .output(listOf(listedSuggestion)),
    /** Lets a suggestion out in tables once somebody has read it, or keeps it in again. */
    release: operation
      .input(ofWorkbook.extend({ suggestion: id, released: z.boolean() }))
      .output(z.boolean()),
  },
  comment: {
    /** All comments, without their authors. */
    list: operation.input(ofWorkbook.extend(commentsScope.shape)).output(listOf(listedComment)),
    /** Puts a tag on the comment of a rating; answers with all of its tags. */
    tag: operation.input(ofTag).output(tags),
    /** Takes a tag off the comment of a rating; answers with those that are left. */
    untag: operation.input(ofTag).output(tags),
    /** Lets a comment out in tables once somebody has read it, or keeps it in again. */
    release: operation
      .input(ofWorkbook.extend({ rating: id, released: z.boolean() }))
      .output(z.boolean()),
  },
  discussion: {
    /** The ids of the indicators that have been discussed. */
    discussed: operation.input(ofRoom).output(listOf(id)),
    /** Marks an indicator as discussed, or not after all; answers with all that are. */
    mark: operation
      .input(ofRoom.extend({ indicator: id, discussed: z.boolean() }))
      .output(listOf(id)),
  },
  person: {
    /** Corrects a group or code; the earlier one stays in the history. */
    correct: operation
      .input(ofParticipant.extend({ code: participantCode, group: name }))
      .output(namedParticipant),
    /**
     * Makes other words for a person who lost theirs, to be shown to them alone. The lost ones are good for nothing
     * from then on; nobody can read them.
     */
    replaceWords: operation.input(ofParticipant).output(z.object({ words: z.string() })),
    /** Marks a participant as a test, who is kept and counts for nothing, or takes the mark back. */
    markTest: operation.input(ofParticipant.extend({ test: z.boolean() })).output(done),
    /** The participants with this code, name, id or these four words; more than one where a code was given twice. */
    find: operation
      .input(ofWorkbook.extend({ words: z.string().trim().min(1).max(200) }))
      .output(listOf(describedParticipant)),
    links: operation.input(ofWorkbook).output(listOf(participantLink)),
    /** Links two participants who are one person, who is then counted once. */
    link: operation.input(ofPair).output(done),
    unlink: operation.input(ofPair).output(done),
    /** The records that would be erased if this person withdrew. */
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
