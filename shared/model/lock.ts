import { z } from 'zod'
import { information } from './consent.ts'
import { framework } from './framework.ts'
import { glossaryTerms } from './glossary/terms.ts'
import { indicatorPicture } from './pictures/pictures.ts'
import { round } from './rating.ts'
import { scaleLength } from './scale.ts'
import { translation } from './translations/translation.ts'
import { id } from './vocabulary.ts'
import { askedOf, namedParticipant, workshopDetails } from './workshop.ts'

/** The limits of the minutes without a touch until a page asks whether anybody is there. */
export const IDLE_MINUTES = { least: 1, usual: 3, most: 15 } as const

/** A number of digits as somebody types it for a PIN. */
export const typedPin = z.string().regex(/^\d{4,8}$/)

/** Tests whether a PIN is among the first that anybody tries: one digit over and over, or digits in a row. */
export function isEasyPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, place) => Number(digit) - Number(pin[place]))
  return [0, 1, -1].some(step => steps.every(other => other === step))
}

/** A new PIN: 4 to 8 digits that are not the first to be tried. */
export const newPin = typedPin.refine(pin => !isEasyPin(pin))

/** The proof that somebody is a facilitator: the PIN, or the words that were written down. */
export const proof = z.union([
  z.object({ pin: typedPin }),
  z.object({ words: z.string().trim().min(1).max(200) }),
])
export type Proof = z.infer<typeof proof>

/** The workshop that a laptop in the room's hands is for, and the person who is rating. */
export const roomHold = z.object({
  workbook: id,
  workshop: id,
  /** Null between two people. */
  participant: id.nullable(),
  /** The round that the facilitator chose; null for the one that the person is asked for. */
  round: round.nullable(),
  /** True while the screen is covered, as nobody had touched it for a while. */
  isCovered: z.boolean(),
  /** True while the room tries the rating: whoever comes in is a test, and counts for nothing. */
  isPractice: z.boolean(),
})
export type RoomHold = z.infer<typeof roomHold>

/** The state of a laptop's lock. */
export const lockState = z.object({
  /** `undecided` until somebody sets a PIN or says that they go without one. */
  pin: z.enum(['undecided', 'set', 'none']),
  /** The room whose hands the laptop is in; null while it is the facilitator's. */
  room: roomHold.nullable(),
  idleMinutes: z.number().int(),
  /** The seconds until a PIN is looked at again; 0 unless wrong ones were tried. */
  waitSeconds: z.number().int(),
})
export type LockState = z.infer<typeof lockState>

/** The words that open a lock whose PIN was forgotten; shown once. */
export const recoveryWords = z.object({ words: z.string() })

/** The facts that the screens of a room need, and nothing of what anybody answered. */
export const roomInfo = workshopDetails.pick({ title: true, groups: true }).extend({
  scale: scaleLength,
  framework,
  /** The number of indicators that the group with the most of them is asked. */
  mostAsked: z.number().int(),
  /** The text to read and agree to before rating; null where there is none, and in practice. */
  information: information.nullable(),
  /** The words that the framework uses and what they mean; none where it has no glossary. */
  glossary: glossaryTerms,
  /** The words of its indicators in other languages; none where it has none. */
  translations: z.array(translation),
  /** The pictures of its indicators, without their bytes; none where it has none. */
  pictures: z.array(indicatorPicture),
  /** True while the latest round is closed, so that nobody is asked for anything. */
  isClosed: z.boolean(),
  /** The person who is rating, and what they are asked for; null between two people. */
  turn: z.object({ participant: namedParticipant, asked: askedOf }).nullable(),
})
export type RoomInfo = z.infer<typeof roomInfo>
