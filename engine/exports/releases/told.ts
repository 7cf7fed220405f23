import {
  addCells,
  type Cell,
  type CountedQuestion,
  keyOf,
  peopleIn,
  type Question,
} from './counted.ts'
import { isTold, type Part } from './parts.ts'

/** The number that a release tells of one kind of answer to one question; null is left out. */
export interface ToldQuestion extends Question {
  readonly everyone: Cell | null
  /** A cell for each part of the release. */
  readonly parts: readonly Cell[] | null
}

/** Everything that a release tells in numbers: all else in its files is computed from this. */
export interface ToldCounts {
  /** The number of people below which nothing is told of them. */
  readonly under: number
  readonly parts: readonly Part[]
  readonly questions: readonly ToldQuestion[]
}

/** The part of a question that is kept back beside what is of too few people. */
export type Kept = 'parts' | 'everything'

/**
 * Leaves out what is of too few people. A question tells of everyone if enough people answered it, and of the parts
 * if each of them has enough: so every number is of `under` people or more, and so is every difference of two.
 */
export function tellCounts(
  questions: readonly CountedQuestion[],
  { under, parts }: Pick<ToldCounts, 'under' | 'parts'>,
  kept: ReadonlyMap<string, Kept> = new Map(),
): ToldCounts {
  return {
    under,
    parts,
    questions: questions.map(question => {
      const { round, indicator, criterion, kind, groups } = question
      const back = kept.get(keyOf(question))
      const everyone = addCells([...groups.values()])
      const hasEveryone = back !== 'everything' && peopleIn(everyone) >= under
      const hasParts = hasEveryone && back === undefined && parts.length > 1
      return {
        ...{ round, indicator, criterion, kind },
        everyone: hasEveryone ? everyone : null,
        parts:
          hasParts && isTold(question, parts, under)
            ? parts.map(part => addCells(part.flatMap(group => [groups.get(group) ?? []])))
            : null,
      }
    }),
  }
}
