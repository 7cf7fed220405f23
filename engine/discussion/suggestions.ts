import { isDeepStrictEqual } from 'node:util'
import type {
  CommentsScope,
  ListedSuggestion,
  NewSuggestion,
  Suggestion,
} from '../../shared/model/comments.ts'
import { newSuggestion } from '../../shared/model/comments.ts'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import {
  appendSuggestion,
  getAllSuggestions,
  getCurrentSuggestions,
  getSuggestion,
} from '../store/records/discussion.ts'
import { hasIndicator } from '../store/records/frameworks.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { getReleasedWords, setReleasedWords } from '../store/records/releases.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import { getAllPeople } from '../store/reports/answers.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'
import { groupsToTell } from './comments.ts'

/**
 * Records one suggestion, superseding what the person suggested there before; it is on disk when this
 * returns. Sending the same record again changes nothing. Throws UNKNOWN_PARTICIPANT,
 * UNKNOWN_INDICATOR, RECORD_ID_REUSED.
 */
export function recordSuggestion(workbook: Workbook, wanted: NewSuggestion): Suggestion {
  const { store, clock } = workbook
  return store.transaction(() => recordSuggestionInTransaction(workbook, wanted, clock()))
}

/** Records a suggestion of this moment as `recordSuggestion` does; call it inside a transaction. */
export function recordSuggestionInTransaction(
  { store, device }: Workbook,
  wanted: NewSuggestion,
  recordedAt: string,
): Suggestion {
  const known = getSuggestion(store, wanted.id)
  if (known) return sameOrRefused(known, wanted)
  requireParticipant(store, wanted.participant)
  // Whoever writes while the framework changes wrote about the words that they saw.
  const framework = wanted.framework ?? currentVersion(store).hash
  if (wanted.indicator !== null && !hasIndicator(store, framework, wanted.indicator)) {
    throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: wanted.indicator })
  }
  const replaced = getCurrentSuggestions(store, wanted)
  const suggestion = { ...wanted, framework, recordedAt, device }
  appendSuggestion(store, suggestion)
  for (const { id: superseded } of replaced) {
    appendSupersession(store, { record: wanted.id, superseded })
  }
  return suggestion
}

/** A retry after a lost answer is the same record; anything else under its id is a mistake. */
function sameOrRefused(known: Suggestion, wanted: NewSuggestion): Suggestion {
  const again = newSuggestion.parse({ ...wanted, framework: wanted.framework ?? known.framework })
  if (isDeepStrictEqual(newSuggestion.parse(known), again)) return known
  throw new WorkbookError('RECORD_ID_REUSED', { id: wanted.id })
}

/** The current suggestions without their authors; of all workshops unless some are named. */
export function listSuggestions(
  store: ReadableStore,
  scope: Pick<CommentsScope, 'workshops' | 'hideGroupsUnder'> = {},
): readonly ListedSuggestion[] {
  const workshops = scope.workshops ?? getAllWorkshops(store).map(({ id }) => id)
  const told = groupsToTell(getAllPeople(store, workshops), scope.hideGroupsUnder)
  const released = getReleasedWords(store)
  return getAllSuggestions(store, workshops).map(suggestion => ({
    ...suggestion,
    released: released.has(suggestion.id),
    group: told.has(suggestion.group ?? '') ? suggestion.group : null,
  }))
}

/** Lets a suggestion out that somebody has read, or keeps it in again. Throws UNKNOWN_RATING. */
export function releaseSuggestion(
  { store, clock }: Workbook,
  { suggestion, released }: { readonly suggestion: string; readonly released: boolean },
): boolean {
  return store.transaction(() => {
    if (!getSuggestion(store, suggestion)) {
      throw new WorkbookError('UNKNOWN_RATING', { rating: suggestion })
    }
    setReleasedWords(store, { record: suggestion, released, recordedAt: clock() })
    return released
  })
}
