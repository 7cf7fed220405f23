import { z } from 'zod'
import { SUGGESTION_LIMIT } from './comments.ts'
import { framework, frameworkHash } from './framework.ts'
import { answer, COMMENT_LIMIT, round, screenLanguage, wording } from './rating.ts'
import { scaleLength } from './scale.ts'
import { criterion, id } from './vocabulary.ts'
import { namedParticipant } from './workshop.ts'

/**
 * The ways in which a turn ends: by *Finish and hand over*, by handing over before the end, or by a cover over an
 * idle screen.
 */
export const turnEnd = z.enum(['finish', 'hand-over', 'cover'])
export type TurnEnd = z.infer<typeof turnEnd>

const question = { indicator: id, criterion }

const saidOnScreen = {
  wording,
  /** The language of the screen; left out for English. */
  language: screenLanguage.optional(),
  /** The translation of the indicator's words that was on screen; left out for the framework's own words. */
  translation: id.optional(),
  /** The framework version whose words were on screen; left out: the one in use. */
  framework: frameworkHash.optional(),
}

/**
 * A draft, which a person gives in a turn to one field: an answer to a question, a comment on it, or a suggestion
 * about an indicator or (null) about something that is missing. The latest one stands; an empty text takes one back.
 */
export const draft = z.discriminatedUnion('part', [
  z.object({ part: z.literal('answer'), ...question, answer, ...saidOnScreen }),
  z.object({
    part: z.literal('comment'),
    ...question,
    text: z.string().max(COMMENT_LIMIT),
    ...saidOnScreen,
  }),
  z.object({
    part: z.literal('suggestion'),
    indicator: id.nullable(),
    text: z.string().max(SUGGESTION_LIMIT),
    ...saidOnScreen,
  }),
])
export type Draft = z.infer<typeof draft>

/**
 * Everything that one person needs to rate, from coming in to hand-over: the framework in use, what they are asked,
 * and what they said in this round so far, with what this turn has changed laid over it.
 */
export const turn = z.object({
  turn: id,
  /** 256 random bits in base64url, for what the page keeps in its browser; gone when the turn has ended. */
  key: z.string(),
  participant: namedParticipant,
  round,
  /** True while they have said nothing: they are recorded with the first thing they say, and if they go, nothing is. */
  isStart: z.boolean(),
  /** True where they rated something in a round before. */
  isReturn: z.boolean(),
  /** The round that they are asked for once they are done with this one; null for none. */
  next: round.nullable(),
  /** The indicators that the round asks this person for; null for all of the framework. */
  asked: z.array(id).max(10_000).nullable(),
  /** The ids of the framework's indicators in the order of this person; null for the order of the framework. */
  order: z.array(id).nullable(),
  /** The wordings that the person may choose. */
  wordings: z.array(wording).min(1),
  framework,
  scale: scaleLength,
  answers: z.array(z.object({ ...question, answer })),
  comments: z.array(z.object({ ...question, text: z.string() })),
  suggestions: z.array(z.object({ indicator: id.nullable(), text: z.string() })),
  /** The wording that they rated with last; null before their first word. */
  wording: wording.nullable(),
})
export type Turn = z.infer<typeof turn>

/** The answer to a person who is asked for nothing now, with the reason. */
export const nothingToRate = z.object({ nothing: z.enum(['finished', 'closed']) })
export type NothingToRate = z.infer<typeof nothingToRate>

/** A turn that has begun, or the reason why there is none. */
export const begunTurn = z.union([turn, nothingToRate])
export type BegunTurn = z.infer<typeof begunTurn>

/** The amount that is said in turns that are open and not recorded yet: it is in no export and no package. */
export const openTurns = z.object({
  people: z.number().int(),
  /** Answers that no record says yet. */
  answers: z.number().int(),
})
export type OpenTurns = z.infer<typeof openTurns>
