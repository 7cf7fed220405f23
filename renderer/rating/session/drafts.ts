import { v7 as uuidv7 } from 'uuid'
import type { NewSuggestion, Suggestion } from '../../../shared/model/comments.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import type { Answer, Rating, Wording } from '../../../shared/model/rating.ts'
import type { Criterion, DEFAULT_GROUPS } from '../../../shared/model/vocabulary.ts'

/** An answer and comment of a participant for one criterion of one indicator, saved or not yet. */
export interface Draft {
  readonly answer: Answer
  readonly comment: string
}

/** The indicator and criterion of a draft, within one participant and round. */
export interface DraftKey {
  readonly indicator: string
  readonly criterion: Criterion
}

/** A participant's drafts, by the `draftName` of their key. */
export type Drafts = ReadonlyMap<string, Draft>

/** An empty draft. */
export const BLANK: Draft = { answer: { kind: 'none' }, comment: '' }

/** The key as one text. */
export const draftName = ({ indicator, criterion }: DraftKey): string => `${indicator}/${criterion}`

/** The draft of a key; blank when there is none. */
export const draftOf = (drafts: Drafts, key: DraftKey): Draft => drafts.get(draftName(key)) ?? BLANK

/** Tests whether a draft counts as an answer; a comment on its own does not. */
export const isAnswered = ({ answer }: Draft): boolean => answer.kind !== 'none'

/**
 * Drafts from the recorded ratings. Where a key has two current ratings after a merge, the later one is
 * shown: answering again resolves the conflict, as the new record supersedes both.
 */
export function draftsFrom(ratings: readonly Rating[]): Drafts {
  const inOrder = [...ratings].sort((a, b) => a.id.localeCompare(b.id))
  return new Map(
    inOrder.map(({ answer, comment, ...key }) => [
      draftName(key),
      { answer, comment: comment ?? '' },
    ]),
  )
}

/** The drafts with one of them replaced. */
export function withDraft(drafts: Drafts, key: DraftKey, draft: Draft): Drafts {
  return new Map(drafts).set(draftName(key), draft)
}

/** The subject of a suggestion: an indicator's wording, or with null something that is missing. */
export interface SuggestionKey {
  readonly suggestionFor: string | null
}

/** The suggestions of a participant by indicator; null holds the one about something that is missing. */
export type Suggestions = ReadonlyMap<string | null, string>

/** Tests whether a key is that of a suggestion and not of a rating. */
export const isSuggestion = <Key extends object>(key: Key | SuggestionKey): key is SuggestionKey =>
  'suggestionFor' in key

/** The key as one text. */
export const suggestionName = (indicator: string | null): string =>
  `suggestion/${indicator ?? 'missing'}`

/** Suggestions as recorded; of two that a merge left, the later one is shown. */
export function suggestionsFrom(recorded: readonly Suggestion[]): Suggestions {
  const inOrder = recorded.toSorted((a, b) => a.id.localeCompare(b.id))
  return new Map(inOrder.map(({ indicator, text }) => [indicator, text]))
}

/** Makes a record of a participant's suggestion. */
export function suggestionRecord(
  indicator: string | null,
  common: Pick<NewSuggestion, 'participant' | 'round' | 'text' | 'framework'>,
): NewSuggestion {
  const record = { id: uuidv7(), ...common }
  return indicator === null
    ? { ...record, kind: 'missing', indicator }
    : { ...record, kind: 'wording', indicator }
}

/** The default groups that read the plain wording unless they choose otherwise. */
const PLAIN_GROUPS: readonly string[] = [
  'Young people',
  'Parents and carers',
] satisfies readonly (typeof DEFAULT_GROUPS)[number][]

/**
 * The wording that a participant starts with: the one they rated with last, so that a choice is kept
 * when they come back; before their first rating, the one that suits their group.
 */
export function startWording(group: string, ratings: readonly Rating[]): Wording {
  const latest = ratings.reduce<Rating | undefined>(
    (found, rating) => (found && found.id > rating.id ? found : rating),
    undefined,
  )
  return latest?.wording ?? (PLAIN_GROUPS.includes(group) ? 'plain' : 'title')
}

/** The wording of this indicator that is large: its title, where it has no plain wording. */
export const shownWording = (indicator: Indicator, wanted: Wording): Wording =>
  indicator.easyRead === '' ? 'title' : wanted
