import { v7 as uuidv7 } from 'uuid'
import type { NewSuggestion, Suggestion } from '../../shared/model/suggestion.ts'

/** What a suggestion is about: an indicator's words, or with null something that is missing. */
export interface SuggestionKey {
  readonly suggestionFor: string | null
}

/** What a participant suggests, by the indicator it is about; null for what is missing. */
export type Suggestions = ReadonlyMap<string | null, string>

/** Whether a key is that of a suggestion and not of a rating. */
export const isSuggestion = <Key extends object>(key: Key | SuggestionKey): key is SuggestionKey =>
  'suggestionFor' in key

/** The key as one text. */
export const suggestionName = (indicator: string | null): string =>
  `suggestion/${indicator ?? 'missing'}`

/** What is already recorded; of two that a merge left, the later one is shown. */
export function suggestionsFrom(recorded: readonly Suggestion[]): Suggestions {
  const inOrder = recorded.toSorted((a, b) => a.id.localeCompare(b.id))
  return new Map(inOrder.map(({ indicator, text }) => [indicator, text]))
}

/** A new record of what a participant suggests. */
export function suggestionRecord(
  indicator: string | null,
  common: Pick<NewSuggestion, 'participant' | 'round' | 'text' | 'framework'>,
): NewSuggestion {
  const record = { id: uuidv7(), ...common }
  return indicator === null
    ? { ...record, kind: 'missing', indicator }
    : { ...record, kind: 'wording', indicator }
}
