import { levelOfDigit } from '../../../shared/commands.ts'
import type { Answer } from '../../../shared/model/rating.ts'

const DONT_KNOW: Answer = { kind: 'dont_know' }
const NOT_APPLICABLE: Answer = { kind: 'not_applicable' }
const NONE: Answer = { kind: 'none' }

/** The longest scale beside which 8 and 9 are free for the other two boxes. */
const WITH_EIGHT_AND_NINE = 7
/** The longest scale beside which 0 is free for a line without a cross. */
const WITH_ZERO = 9

/** The signs that are typed for whatever is no level, beside a scale of so many levels. */
export const furtherSigns = (levels: number) =>
  ({
    ...(levels <= WITH_EIGHT_AND_NINE
      ? { dontKnow: '8', notApplicable: '9' }
      : { dontKnow: '.', notApplicable: '-' }),
    none: levels <= WITH_ZERO ? '0' : '*',
  }) as const

/**
 * The answer that a typed sign stands for: the digit of a level, where 0 is that of the tenth, or the sign for no cross.
 * Full stop, minus and asterisk, which every number pad has, stand for *don't know*, *doesn't apply* and no cross on any
 * scale. Null for what is no answer.
 */
export function readSign(sign: string, levels: number): Answer | null {
  const { dontKnow, notApplicable, none } = furtherSigns(levels)
  if (sign === none || sign === '*') return NONE
  if (sign === dontKnow || ['.', ',', '?'].includes(sign)) return DONT_KNOW
  if (sign === notApplicable || ['-', '–'].includes(sign)) return NOT_APPLICABLE
  const level = /^\d$/.test(sign) ? levelOfDigit(sign) : null
  return level !== null && level <= levels ? { kind: 'level', level } : null
}

/** An answer as it stands in its cell; empty for one that was not read yet. */
export function signOf(answer: Answer | undefined, levels: number): string {
  switch (answer?.kind) {
    case 'level':
      return String(answer.level)
    case 'dont_know':
      return '?'
    case 'not_applicable':
      return '–'
    case 'none':
      return furtherSigns(levels).none
    default:
      return ''
  }
}
