import { v7 as uuidv7 } from 'uuid'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../../shared/host.ts'
import type { Indicator } from '../../shared/model/framework.ts'
import type { Answer, NewRating, Rating, Wording } from '../../shared/model/rating.ts'
import { type Level, type ScaleLength, scaleOf } from '../../shared/model/scale.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { Participant } from '../../shared/model/workshop.ts'
import { type DraftKey, type Drafts, draftOf, draftsFrom, withDraft } from './drafts.ts'
import { nextOpen } from './progress.ts'
import { createRatingSaver, type SaveReport } from './rating-saver.ts'
import { startWording, wordingOf } from './wording.ts'

/** What one participant is rating, and what they put down. */
export interface RatingState {
  readonly participant: Participant
  readonly indicators: readonly Indicator[]
  readonly levels: Readonly<Record<Criterion, readonly Level[]>>
  readonly drafts: Drafts
  /** The indicator in sight, from 0; one more than the last stands for the end. */
  readonly position: number
  /** Which words the person wants to see large. */
  readonly wording: Wording
  readonly report: SaveReport
  readonly answer: (key: DraftKey, answer: Answer) => void
  /** Takes down a comment as it is typed; it is saved at a pause. */
  readonly comment: (key: DraftKey, comment: string) => void
  /** Saves typed comments now, as when the person leaves the field. */
  readonly saveComments: () => void
  readonly goTo: (position: number) => void
  readonly choose: (wording: Wording) => void
  readonly retry: () => void
  /** Saves what is typed and waits; true when everything is safe, false when something is stuck. */
  readonly settled: () => Promise<boolean>
  /** Forgets everything that the person put down, for when the laptop is handed over. */
  readonly forget: () => void
}

/** The rating of one participant, from start or resumption to hand-over. */
export type RatingSession = StoreApi<RatingState>

export interface RatingSessionOptions {
  readonly client: { readonly rating: Pick<EngineClient['rating'], 'record'> }
  readonly workbook: string
  readonly participant: Participant
  readonly indicators: readonly Indicator[]
  readonly scale: ScaleLength
  readonly round: number
  /** What is already recorded. */
  readonly ratings: readonly Rating[]
}

/** Starts or resumes a participant's rating, at the first indicator that lacks an answer. */
export function createRatingSession(options: RatingSessionOptions): RatingSession {
  const { participant, indicators, ratings, scale } = options
  const drafts = draftsFrom(ratings)
  return createStore<RatingState>((set, get) => ({
    participant,
    indicators,
    levels: scaleOf(scale).levels,
    drafts,
    position: nextOpen(indicators, drafts) ?? indicators.length,
    wording: startWording(participant.group, ratings),
    report: { save: 'unchanged', problem: null },
    choose: wording => set({ wording }),
    forget: () => set({ drafts: new Map() }),
    ...savingActions(options, set, get),
  }))
}

type SavingActions = Pick<
  RatingState,
  'answer' | 'comment' | 'saveComments' | 'goTo' | 'retry' | 'settled'
>

function savingActions(
  options: RatingSessionOptions,
  set: (change: Partial<RatingState>) => void,
  get: () => RatingState,
): SavingActions {
  const { client, workbook } = options
  const saver = createRatingSaver({
    record: rating => client.rating.record({ workbook, ...rating }),
    recordOf: key => recordOf(options, get(), key),
    onChange: report => set({ report }),
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
    saveComments: saver.flush,
    goTo: position => {
      saver.flush()
      set({ position: Math.min(Math.max(position, 0), options.indicators.length) })
    },
    retry: saver.retry,
    settled: saver.settled,
  }
}

/** A new record of what a key's draft now says, with the words that are on screen. */
function recordOf(
  { participant, indicators, round }: RatingSessionOptions,
  { drafts, wording }: RatingState,
  key: DraftKey,
): NewRating {
  const indicator = indicators.find(({ id }) => id === key.indicator)
  return {
    id: uuidv7(),
    participant: participant.id,
    ...key,
    round,
    ...draftOf(drafts, key),
    wording: indicator ? wordingOf(indicator, wording) : wording,
  }
}
