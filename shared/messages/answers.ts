import type { Answer } from '../model/rating.ts'
import type { Scale } from '../model/scale.ts'
import type { Criterion } from '../model/vocabulary.ts'
import { ANSWER_LABELS } from './exports.ts'

/** An answer as a person gave it, in the words of the scale. */
export function answerWords(answer: Answer, criterion: Criterion, scale: Scale): string {
  switch (answer.kind) {
    case 'level': {
      const level = scale.levels[criterion].find(({ value }) => value === answer.level)
      return `${answer.level}, ${(level?.label ?? '').toLowerCase()}`
    }
    case 'none':
      return 'No answer'
    default:
      return ANSWER_LABELS[answer.kind]
  }
}
