import { variableNames } from '../../../shared/model/variable-names.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { oneLine } from '../../frameworks/read/words/cell-text.ts'
import { COMMENT_WORDS, CRITERION_WORDS, knownCriterion } from './entry-words.ts'
import { type IdsByCode, indicatorCode } from './take-indicator.ts'

/** A heading without the criterion and the word *comment* that people write beside a code or a person. */
interface HeadingParts {
  readonly name: string
  readonly criterion: Criterion | null
  readonly isComment: boolean
}

const BETWEEN = '[\\s:;.,(\\[_–—-]+'
const COMMENT_LAST = new RegExp(`^(.*?)${BETWEEN}(?:${COMMENT_WORDS.join('|')})[)\\]]*$`, 'is')
const SOME_CRITERION = CRITERIA.flatMap(criterion => [criterion, ...CRITERION_WORDS[criterion]])
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const CRITERION_LAST = new RegExp(`^(.+?)${BETWEEN}(${SOME_CRITERION})[)\\]?]*$`, 'is')
const CRITERION_FIRST = new RegExp(`^(${SOME_CRITERION})(?:\\s+of\\s+|${BETWEEN})(.+)$`, 'is')

/** Parts a heading such as `A1 usefulness`, `D1 (usable)` or `Usefulness of A1 comment`. */
export function headingParts(heading: string): HeadingParts {
  const text = oneLine(heading)
  const commented = COMMENT_LAST.exec(text)
  const rest = commented?.[1] ?? text
  const last = CRITERION_LAST.exec(rest)
  const first = last ? null : CRITERION_FIRST.exec(rest)
  const [name, word] = last ? [last[1], last[2]] : first ? [first[2], first[1]] : [rest, '']
  return {
    name: name ?? rest,
    criterion: knownCriterion(word ?? '') ?? null,
    isComment: commented !== null,
  }
}

/** The indicator that a heading names, by its code, with what stands beside it. */
export interface HeadedIndicator {
  readonly code: string
  readonly criterion: Criterion | null
  readonly isComment: boolean
  /** The heading is a name of ours, under which numbers stand for answers that are no level. */
  readonly isOwn: boolean
}

/**
 * Prepares to tell which indicator a heading names: by the name that our own wide table gives it, or by its code. A
 * name of ours that two codes could have is nobody's.
 */
export function headedIndicators(
  indicators: IdsByCode,
): (heading: string) => HeadedIndicator | null {
  const codes = [...indicators.keys()]
  const own = new Map<string, HeadedIndicator | null>()
  for (const criterion of CRITERIA) {
    const together = variableNames(codes, criterion)
    for (const [index, code] of codes.entries()) {
      const [alone = ''] = variableNames([code], criterion)
      const inList = together[index] ?? alone
      // A name with a number at its end depends on the whole list, which may have been another one.
      const isSure = alone === inList && !own.has(alone.toLowerCase())
      const named = { code, criterion, isComment: false, isOwn: true }
      own.set(alone.toLowerCase(), isSure ? named : null)
      if (!isSure) own.set(inList.toLowerCase(), null)
    }
  }
  return heading => {
    const ours = own.get(oneLine(heading).toLowerCase())
    if (ours !== undefined) return ours
    const whole = indicatorCode(oneLine(heading), indicators)
    const parts = headingParts(heading)
    const code = indicatorCode(parts.name, indicators) ?? whole
    if (code === undefined) return null
    return { code, criterion: parts.criterion, isComment: parts.isComment, isOwn: false }
  }
}
