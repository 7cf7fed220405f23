import type { Answer, Rating } from '../../shared/model/rating.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'

/** What a participant has put down for one criterion of one indicator, saved or not yet. */
export interface Draft {
  readonly answer: Answer
  readonly comment: string
}

/** What a draft is about, within one participant and round. */
export interface DraftKey {
  readonly indicator: string
  readonly criterion: Criterion
}

/** A participant's drafts, by `nameOf` their key. */
export type Drafts = ReadonlyMap<string, Draft>

/** Nothing put down yet. */
export const BLANK: Draft = { answer: { kind: 'none' }, comment: '' }

/** The key as one text. */
export const nameOf = ({ indicator, criterion }: DraftKey): string => `${indicator}/${criterion}`

/** The draft of a key; blank when there is none. */
export const draftOf = (drafts: Drafts, key: DraftKey): Draft => drafts.get(nameOf(key)) ?? BLANK

/** Whether a draft counts as an answer; a comment on its own does not. */
export const isAnswered = ({ answer }: Draft): boolean => answer.kind !== 'none'

/**
 * Drafts from what is already recorded. Where two laptops disagree about a key the later record is
 * shown: answering again settles it, as the new record supersedes both.
 */
export function draftsFrom(ratings: readonly Rating[]): Drafts {
  const inOrder = [...ratings].sort((a, b) => a.id.localeCompare(b.id))
  return new Map(inOrder.map(({ answer, comment, ...key }) => [nameOf(key), { answer, comment }]))
}

/** The drafts with one of them replaced. */
export function withDraft(drafts: Drafts, key: DraftKey, draft: Draft): Drafts {
  return new Map(drafts).set(nameOf(key), draft)
}
