import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import type { Answer } from '../../../shared/model/rating.ts'

const DONT_KNOW = 'dont_know'
const NOT_APPLICABLE = 'not_applicable'

/** The two answers that are no level, as options. */
export const OTHER_ANSWERS = [
  { value: DONT_KNOW, label: ANSWER_LABELS.dont_know },
  { value: NOT_APPLICABLE, label: ANSWER_LABELS.not_applicable },
] as const

/** An answer as the value of an option; null where there is none. */
export const answerKey = (answer: Answer): string | null => {
  if (answer.kind === 'none') return null
  return answer.kind === 'level' ? String(answer.level) : answer.kind
}

/** The answer that the value of an option stands for. */
export const answerFromKey = (key: string): Answer =>
  key === DONT_KNOW || key === NOT_APPLICABLE
    ? { kind: key }
    : { kind: 'level', level: Number(key) }
