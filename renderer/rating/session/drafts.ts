import type { Answer, Wording } from '../../../shared/model/rating.ts'
import type { Turn } from '../../../shared/model/turn.ts'
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

/** The drafts of a turn: its answers and comments, each question's together. */
export function draftsFrom({ answers, comments }: Pick<Turn, 'answers' | 'comments'>): Drafts {
  const drafts = new Map<string, Draft>()
  for (const { answer, ...key } of answers) drafts.set(draftName(key), { ...BLANK, answer })
  for (const { text, ...key } of comments) {
    drafts.set(draftName(key), { ...draftOf(drafts, key), comment: text })
  }
  return drafts
}

/** The drafts with one of them replaced. */
export function withDraft(drafts: Drafts, key: DraftKey, draft: Draft): Drafts {
  return new Map(drafts).set(draftName(key), draft)
}

/** The suggestions of a participant by indicator; null holds the one about something that is missing. */
export type Suggestions = ReadonlyMap<string | null, string>

/** The suggestions of a turn. */
export const suggestionsFrom = ({ suggestions }: Pick<Turn, 'suggestions'>): Suggestions =>
  new Map(suggestions.map(({ indicator, text }) => [indicator, text]))

/** One thing that a person says and that is saved by itself: an answer, a comment on it, or a suggestion. */
export type Field =
  | ({ readonly part: 'answer' | 'comment' } & DraftKey)
  | { readonly part: 'suggestion'; readonly indicator: string | null }

/** The field as one text. */
export const fieldName = (field: Field): string =>
  field.part === 'suggestion'
    ? `suggestion/${field.indicator ?? 'missing'}`
    : `${field.part}/${draftName(field)}`

/** The default groups that read the plain wording unless they choose otherwise. */
const PLAIN_GROUPS: readonly string[] = [
  'Young people',
  'Parents and carers',
] satisfies readonly (typeof DEFAULT_GROUPS)[number][]

/**
 * The wording that a participant starts with: the one they rated with last, so that a choice is kept when they come
 * back; before their first rating, the one that suits their group; and the first that is offered where that one is not.
 */
export function startWording(
  group: string,
  { wording, wordings }: Pick<Turn, 'wording' | 'wordings'>,
): Wording {
  const wanted = wording ?? (PLAIN_GROUPS.includes(group) ? 'plain' : 'title')
  return wordings.includes(wanted) ? wanted : (wordings[0] ?? wanted)
}
