import type { Words } from '../../../shared/languages/english.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import type { Level } from '../../../shared/model/scale.ts'

const DONT_KNOW = 'dont_know'
const NOT_APPLICABLE = 'not_applicable'

/** The two answers that are no level, as options. */
export const otherAnswers = (words: Words['answers']) =>
  [
    { value: DONT_KNOW, label: words.dont_know },
    { value: NOT_APPLICABLE, label: words.not_applicable },
  ] as const

/** An answer as its person reads it again: the level with its number; empty where there is none. */
export function answerWords(
  answer: Answer,
  levels: readonly Level[],
  others: Words['answers'],
): string {
  if (answer.kind === 'none') return ''
  if (answer.kind !== 'level') return others[answer.kind]
  const label = levels.find(({ value }) => value === answer.level)?.label ?? ''
  return `${answer.level}, ${label.toLowerCase()}`
}

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
