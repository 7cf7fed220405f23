import type { Answer, Wording } from '../../shared/model/rating.ts'
import type { Turn } from '../../shared/model/turn.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { getAllCommentsOf } from '../store/records/comments.ts'
import { getAllSuggestionsOf } from '../store/records/discussion.ts'
import { getAllRatingsOf } from '../store/records/ratings.ts'
import { type DraftRow, getAllDrafts, type TurnRow } from '../store/records/turns.ts'
import type { ReadableStore } from '../store/store.ts'

/** The words and answers of a person in a round so far. */
export type Said = Pick<Turn, 'answers' | 'comments' | 'suggestions' | 'wording'>

/** Reads what a person has said in the round of a turn: what stands, with what the turn has changed laid over it. */
export function saidSoFar(store: ReadableStore, { id, participant, round }: TurnRow): Said {
  const scope = { participant, round }
  const drafts = getAllDrafts(store, id)
  const ratings = getAllRatingsOf(store, scope)
  // Of two that a merge left, the later one is shown; saying it again takes the place of both.
  const answers = new Map(
    ratings.map(({ answer, ...key }) => [nameOf(key), { ...questionOf(key), answer }]),
  )
  const comments = new Map(
    getAllCommentsOf(store, scope).map(({ text, ...key }) => [
      nameOf(key),
      { ...questionOf(key), text },
    ]),
  )
  const suggestions = new Map(
    getAllSuggestionsOf(store, scope).map(({ indicator, text }) => [
      indicator,
      { indicator, text },
    ]),
  )
  for (const draft of drafts) {
    const { part, indicator, criterion, text } = draft
    if (part === 'suggestion') {
      const about = indicator === '' ? null : indicator
      suggestions.set(about, { indicator: about, text: text ?? '' })
    } else if (criterion !== '') {
      const key = { indicator, criterion }
      if (part === 'answer') answers.set(nameOf(key), { ...key, answer: answerOf(draft) })
      else comments.set(nameOf(key), { ...key, text: text ?? '' })
    }
  }
  return {
    answers: [...answers.values()].filter(({ answer }) => answer.kind !== 'none'),
    comments: [...comments.values()].filter(({ text }) => text !== ''),
    suggestions: [...suggestions.values()].filter(({ text }) => text !== ''),
    wording: latestWording(drafts, ratings),
  }
}

function latestWording(
  drafts: readonly DraftRow[],
  ratings: readonly { readonly wording: Wording }[],
): Wording | null {
  return drafts.at(-1)?.wording ?? ratings.at(-1)?.wording ?? null
}

/** The answer of a draft that is one. */
export const answerOf = ({ answer, level }: DraftRow): Answer =>
  answer === 'level' ? { kind: answer, level: Number(level) } : { kind: answer ?? 'none' }

interface Question {
  readonly indicator: string
  readonly criterion: Criterion
}

const questionOf = ({ indicator, criterion }: Question): Question => ({ indicator, criterion })

const nameOf = ({ indicator, criterion }: Question): string => `${criterion} ${indicator}`
