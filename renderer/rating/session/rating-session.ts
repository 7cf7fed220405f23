import { v7 as uuidv7 } from 'uuid'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../../../shared/host.ts'
import type { NewSuggestion, Suggestion } from '../../../shared/model/comments.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import type { Answer, NewRating, Rating, Wording } from '../../../shared/model/rating.ts'
import { type Level, type ScaleLength, scaleOf } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { NamedParticipant } from '../../../shared/model/workshop.ts'
import {
  type DraftKey,
  type Drafts,
  draftName,
  draftOf,
  draftsFrom,
  isSuggestion,
  type SuggestionKey,
  type Suggestions,
  shownWording,
  startWording,
  suggestionName,
  suggestionRecord,
  suggestionsFrom,
  withDraft,
} from './drafts.ts'
import { nextOpen } from './progress.ts'
import { createRatingSaver, type SaveReport } from './rating-saver.ts'
import { NOTHING_KEPT } from './unsent.ts'

/** The state of one participant's rating: the indicators, the drafts, and the place among them. */
export interface RatingState {
  readonly participant: NamedParticipant
  /** The number of the round; from the second on, only some indicators may be asked for. */
  readonly round: number
  /** True for who has rated in a round before. */
  readonly isReturn: boolean
  /** The framework version whose words are on screen. */
  readonly framework: string
  readonly indicators: readonly Indicator[]
  /** True after the framework was changed while this person rates, until they go on. */
  readonly hasJustChanged: boolean
  readonly levels: Readonly<Record<Criterion, readonly Level[]>>
  readonly drafts: Drafts
  readonly suggestions: Suggestions
  /** The position of the shown indicator, from 0; one more than the last is the end. */
  readonly position: number
  /** The wording that the person wants to see large. */
  readonly wording: Wording
  readonly report: SaveReport
  readonly answer: (key: DraftKey, answer: Answer) => void
  /** Notes a comment as it is typed; it is saved at a pause. */
  readonly comment: (key: DraftKey, comment: string) => void
  /** Notes a better wording of an indicator, or (null) something that is missing; saved as a comment is. */
  readonly suggest: (indicator: string | null, text: string) => void
  /** Saves typed comments and suggestions now, as when the person leaves the field. */
  readonly saveComments: () => void
  readonly goTo: (position: number) => void
  readonly choose: (wording: Wording) => void
  /** Shows another framework version from now on, at the same indicator where it is still there. */
  readonly follow: (framework: ShownFramework) => void
  readonly retry: () => void
  /** Saves typed text and waits; true when everything is saved, false when something failed. */
  readonly whenIdle: () => Promise<boolean>
  /** Forgets all answers of the person, for when the laptop is handed over. */
  readonly forget: () => void
}

/** A framework version with the indicators of it that are rated. */
export interface ShownFramework {
  readonly hash: string
  readonly indicators: readonly Indicator[]
}

/** The rating of one participant, from start or resumption to hand-over. */
export type RatingSession = StoreApi<RatingState>

export interface RatingSessionOptions {
  readonly client: {
    readonly rating: Pick<EngineClient['rating'], 'record'>
    readonly suggestion: Pick<EngineClient['suggestion'], 'record'>
  }
  readonly workbook: string
  readonly participant: NamedParticipant
  readonly framework: ShownFramework
  readonly scale: ScaleLength
  readonly round: number
  /** The indicators that the round asks for; null for all. */
  readonly asked: readonly string[] | null
  /** True for who has rated in a round before. */
  readonly isReturn: boolean
  /** The ratings that are already recorded in this round. */
  readonly ratings: readonly Rating[]
  readonly suggestions: readonly Suggestion[]
}

/** Starts or resumes a participant's rating, at the first indicator that lacks an answer. */
export function createRatingSession(options: RatingSessionOptions): RatingSession {
  const { participant, ratings, scale } = options
  const { hash } = options.framework
  const indicators = askedIndicators(options, options.framework)
  const drafts = draftsFrom(ratings)
  return createStore<RatingState>((set, get) => ({
    participant,
    round: options.round,
    isReturn: options.isReturn,
    framework: hash,
    indicators,
    hasJustChanged: false,
    levels: scaleOf(scale).levels,
    drafts,
    suggestions: suggestionsFrom(options.suggestions),
    position: nextOpen(indicators, drafts) ?? indicators.length,
    wording: startWording(participant.group, ratings),
    report: { save: 'unchanged', problem: null },
    choose: wording => set({ wording }),
    forget: () => set({ drafts: new Map(), suggestions: new Map() }),
    ...savingActions(options, set, get),
  }))
}

type SavingActions = Pick<
  RatingState,
  'answer' | 'comment' | 'suggest' | 'saveComments' | 'goTo' | 'follow' | 'retry' | 'whenIdle'
>

function savingActions(
  options: RatingSessionOptions,
  set: (change: Partial<RatingState>) => void,
  get: () => RatingState,
): SavingActions {
  const { client, workbook } = options
  const saver = createRatingSaver<DraftKey | SuggestionKey, NewRating | NewSuggestion>({
    keyName: key => (isSuggestion(key) ? suggestionName(key.suggestionFor) : draftName(key)),
    recordName: record => ('kind' in record ? suggestionName(record.indicator) : draftName(record)),
    record: record =>
      'kind' in record
        ? client.suggestion.record({ workbook, ...record })
        : client.rating.record({ workbook, ...record }),
    makeRecord: key =>
      isSuggestion(key)
        ? newSuggestion(options, get(), key.suggestionFor)
        : newRating(options, get(), key),
    onChange: report => set({ report }),
    unsent: NOTHING_KEPT,
  })
  return {
    answer: (key, answer) => {
      const draft = draftOf(get().drafts, key)
      set({ drafts: withDraft(get().drafts, key, { ...draft, answer }) })
      saver.saveNow(key)
    },
    comment: (key, comment) => {
      const draft = draftOf(get().drafts, key)
      set({ drafts: withDraft(get().drafts, key, { ...draft, comment }) })
      saver.saveSoon(key)
    },
    suggest: (indicator, text) => {
      set({ suggestions: new Map(get().suggestions).set(indicator, text) })
      saver.saveSoon({ suggestionFor: indicator })
    },
    saveComments: saver.flush,
    goTo: position => {
      saver.flush()
      const last = get().indicators.length
      set({ position: Math.min(Math.max(position, 0), last), hasJustChanged: false })
    },
    follow: framework => {
      const { hash } = framework
      if (hash === get().framework) return
      const indicators = askedIndicators(options, framework)
      // What was typed so far was typed under the words that are on screen until now.
      saver.flush()
      const position = positionAmong(indicators, get())
      set({ framework: hash, indicators, position, hasJustChanged: true })
    },
    retry: saver.retry,
    whenIdle: saver.whenIdle,
  }
}

/** The indicators of a framework version that the round asks for. */
function askedIndicators(
  { asked }: RatingSessionOptions,
  { indicators }: ShownFramework,
): readonly Indicator[] {
  return asked === null ? indicators : indicators.filter(({ id }) => asked.includes(id))
}

/** The position of the shown indicator among others, or the one it would have if it were still there. */
function positionAmong(
  indicators: readonly Indicator[],
  { indicators: before, position }: RatingState,
): number {
  const inSight = before[position]
  if (inSight === undefined) return indicators.length
  const places = new Map(indicators.map(({ id }, place) => [id, place]))
  const earlier = before.slice(0, position).flatMap(({ id }) => places.get(id) ?? [])
  return places.get(inSight.id) ?? Math.max(-1, ...earlier) + 1
}

/** Makes a rating from the draft of a key, with the wording that is on screen. */
function newRating(
  { participant, round }: RatingSessionOptions,
  { framework, indicators, drafts, wording }: RatingState,
  key: DraftKey,
): NewRating {
  const indicator = indicators.find(({ id }) => id === key.indicator)
  return {
    id: uuidv7(),
    participant: participant.id,
    ...key,
    round,
    framework,
    ...draftOf(drafts, key),
    wording: indicator ? shownWording(indicator, wording) : wording,
  }
}

/** Makes a suggestion about an indicator, or (null) about something that is missing. */
function newSuggestion(
  { participant, round }: RatingSessionOptions,
  { framework, suggestions }: RatingState,
  indicator: string | null,
): NewSuggestion {
  const text = suggestions.get(indicator) ?? ''
  return suggestionRecord(indicator, { participant: participant.id, round, framework, text })
}
