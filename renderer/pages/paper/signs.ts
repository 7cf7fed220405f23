import type { Answer } from '../../../shared/model/rating.ts'

const DONT_KNOW: Answer = { kind: 'dont_know' }
const NOT_APPLICABLE: Answer = { kind: 'not_applicable' }
const NONE: Answer = { kind: 'none' }

/** The longest scale beside which 8 and 9 are free for the other two boxes. */
const WITH_EIGHT_AND_NINE = 7

/** The signs that are typed for the boxes beside the levels, for a scale of so many levels. */
export const furtherSigns = (levels: number) =>
  levels <= WITH_EIGHT_AND_NINE
    ? ({ dontKnow: '8', notApplicable: '9' } as const)
    : ({ dontKnow: '.', notApplicable: '-' } as const)

/**
 * The answer that a typed sign stands for: the digit of a level, 0 for no cross. Full stop and minus, which every number
 * pad has, stand for *don't know* and *doesn't apply* on any scale. Null for what is no answer.
 */
export function readSign(sign: string, levels: number): Answer | null {
  const { dontKnow, notApplicable } = furtherSigns(levels)
  if (sign === '0') return NONE
  if (sign === dontKnow || ['.', ',', '?'].includes(sign)) return DONT_KNOW
  if (sign === notApplicable || ['-', '–'].includes(sign)) return NOT_APPLICABLE
  const level = /^[1-9]$/.test(sign) ? Number(sign) : null
  return level !== null && level <= levels ? { kind: 'level', level } : null
}

/** An answer as it stands in its cell; empty for one that was not read yet. */
export function signOf(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case 'level':
      return String(answer.level)
    case 'dont_know':
      return '?'
    case 'not_applicable':
      return '–'
    case 'none':
      return '0'
    default:
      return ''
  }
}
