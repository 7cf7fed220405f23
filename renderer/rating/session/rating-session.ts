import { createStore, type StoreApi } from 'zustand/vanilla'
import { FIRST_LANGUAGE, type LanguageCode } from '../../../shared/languages/languages.ts'
import { shownWording } from '../../../shared/messages/wordings.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import type { Answer, Wording } from '../../../shared/model/rating.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { type Translation, translated } from '../../../shared/model/translations/translation.ts'
import type { Draft, Turn } from '../../../shared/model/turn.ts'
import type { NamedParticipant } from '../../../shared/model/workshop.ts'
import {
  type DraftKey,
  type Drafts,
  draftOf,
  draftsFrom,
  type Field,
  fieldName,
  type Suggestions,
  startWording,
  suggestionsFrom,
  withDraft,
} from './drafts.ts'
import { nextOpen } from './progress.ts'
import { createRatingSaver } from './rating-saver.ts'
import type { SaveReport } from './save-report.ts'
import { openTurnLine, type TurnClient } from './turn-line.ts'
import type { Unsent } from './unsent.ts'

/** The state of one participant's rating: the indicators, the drafts, and the place among them. */
export interface RatingState {
  readonly participant: NamedParticipant
  readonly round: number
  /** True for who had said nothing ever when the turn began; they are kept with the first thing that they say. */
  readonly isStart: boolean
  /** True for who has rated in a round before. */
  readonly isReturn: boolean
  /** The round that follows for them once they are done with this one; null for none. */
  readonly next: number | null
  /** The framework version whose words are on screen. */
  readonly framework: string
  readonly indicators: readonly Indicator[]
  /** The translations that are in their words, by the id of their indicator; none on screens in English. */
  readonly translations: Translations
  /** True after the framework was changed while this person rates, until they go on. */
  readonly hasJustChanged: boolean
  /** The number of levels of each question. */
  readonly scale: ScaleLength
  readonly drafts: Drafts
  readonly suggestions: Suggestions
  /** The position of the shown indicator, from 0; one more than the last is the end. */
  readonly position: number
  /** The wording that the person wants to see large. */
  readonly wording: Wording
  /** The wordings that they may choose. */
  readonly wordings: readonly Wording[]
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
  /** Puts the person into the group that they say is theirs; rejects where that was refused. */
  readonly correctGroup: (group: string) => Promise<void>
  /** Shows the words that the framework has in the language of the screen from now on, and its own where it has none. */
  readonly speak: (translations: readonly Translation[]) => void
  /** Shows another framework version from now on, at the same indicator where it is still there. */
  readonly follow: (framework: ShownFramework) => void
  readonly retry: () => void
  /** Saves typed text and waits; true when everything is saved, false when something failed. */
  readonly whenIdle: () => Promise<boolean>
  /**
   * Ends the turn, once everything is saved; `leavesOut` says that the person is done although something is open.
   * It clears what was kept for a reload.
   */
  readonly end: (leavesOut: boolean) => Promise<void>
  /** Forgets all answers of the person, for when the laptop is handed over. */
  readonly forget: () => void
}

/** Translations by the id of their indicator. */
type Translations = ReadonlyMap<string, Translation>

/** A framework version with the indicators of it that are rated. */
export interface ShownFramework {
  readonly hash: string
  readonly indicators: readonly Indicator[]
}

/** The rating of one participant, from start or resumption to hand-over. */
export type RatingSession = StoreApi<RatingState>

export interface RatingSessionOptions {
  readonly client: TurnClient
  readonly workbook: string
  readonly participant: NamedParticipant
  /** The turn as it stood when the page opened it. */
  readonly turn: Turn
  /** The place for what is not on disk yet. */
  readonly unsent: Pick<Unsent<Draft>, 'keep' | 'drop' | 'clear'>
  /** The drafts that a page that was loaded anew had not been told to be on disk, in their order. */
  readonly kept: readonly Draft[]
  /** The language that is on screen at the moment; English where it is left out. */
  readonly language?: () => LanguageCode
}

/** Starts or resumes a participant's rating, at the first indicator that lacks an answer. */
export function createRatingSession(options: RatingSessionOptions): RatingSession {
  const { participant, turn } = options
  const { framework, scale, isStart, isReturn, next } = turn
  const indicators = askedIndicators(turn, framework.indicators)
  const { drafts, suggestions } = withKept(options)
  return createStore<RatingState>((set, get) => ({
    participant,
    round: turn.round,
    isStart,
    isReturn,
    next,
    framework: framework.hash,
    indicators,
    translations: new Map(),
    hasJustChanged: false,
    scale,
    drafts,
    suggestions,
    position: nextOpen(indicators, drafts) ?? indicators.length,
    wording: startWording(participant.group, turn),
    wordings: turn.wordings,
    report: { save: 'unchanged', problem: null },
    choose: wording => set({ wording }),
    forget: () => set({ drafts: new Map(), suggestions: new Map() }),
    ...savingActions(options, set, get),
  }))
}

/** Lays what a reload kept over what a person has said. */
function withKept({
  turn,
  kept,
}: RatingSessionOptions): Pick<RatingState, 'drafts' | 'suggestions'> {
  let drafts = draftsFrom(turn)
  const suggestions = new Map(suggestionsFrom(turn))
  for (const one of kept) {
    if (one.part === 'suggestion') suggestions.set(one.indicator, one.text)
    else {
      const key = { indicator: one.indicator, criterion: one.criterion }
      const said = one.part === 'answer' ? { answer: one.answer } : { comment: one.text }
      drafts = withDraft(drafts, key, { ...draftOf(drafts, key), ...said })
    }
  }
  return { drafts, suggestions }
}

type SavingActions = Pick<
  RatingState,
  | 'answer'
  | 'comment'
  | 'suggest'
  | 'saveComments'
  | 'goTo'
  | 'correctGroup'
  | 'speak'
  | 'follow'
  | 'retry'
  | 'whenIdle'
  | 'end'
>

function savingActions(
  options: RatingSessionOptions,
  set: (change: Partial<RatingState>) => void,
  get: () => RatingState,
): SavingActions {
  const { client, workbook, turn, unsent, kept, language = () => FIRST_LANGUAGE } = options
  const line = openTurnLine(client, workbook, turn)
  const asked = createAsked(turn)
  const saver = createRatingSaver<Field, Draft>({
    keyName: fieldName,
    recordName: fieldName,
    record: line.save,
    makeRecord: field => inLanguage(draftOfField(get(), field), language()),
    onChange: report => set({ report }),
    unsent,
  })
  // The store is not made yet, and saving tells it how far it is.
  if (kept.length > 0) queueMicrotask(() => saver.resend(kept))
  return {
    answer: (key, answer) => {
      const draft = draftOf(get().drafts, key)
      set({ drafts: withDraft(get().drafts, key, { ...draft, answer }) })
      saver.saveNow({ part: 'answer', ...key })
    },
    comment: (key, comment) => {
      const draft = draftOf(get().drafts, key)
      set({ drafts: withDraft(get().drafts, key, { ...draft, comment }) })
      saver.saveSoon({ part: 'comment', ...key })
    },
    suggest: (indicator, text) => {
      set({ suggestions: new Map(get().suggestions).set(indicator, text) })
      saver.saveSoon({ part: 'suggestion', indicator })
    },
    saveComments: saver.flush,
    goTo: position => {
      saver.flush()
      const last = get().indicators.length
      set({ position: Math.min(Math.max(position, 0), last), hasJustChanged: false })
    },
    correctGroup: async group => {
      const participant = await line.correctGroup(group)
      const now = await line.read()
      asked.become(now)
      const { drafts, wording, position, indicators: before } = get()
      const isUntouched = drafts.size === 0 && turn.wording === null
      const indicators = asked.in(get().translations)
      const isAtEnd = position >= before.length
      set({
        participant,
        framework: now.framework.hash,
        indicators,
        // Whoever puts it right at the end stays there, and sees what is open now.
        position: (isAtEnd ? null : nextOpen(indicators, drafts)) ?? indicators.length,
        wording: isUntouched ? startWording(group, { ...now, wording: null }) : wording,
      })
    },
    ...showingActions(asked, saver.flush, set, get),
    retry: saver.retry,
    whenIdle: saver.whenIdle,
    end: async leavesOut => {
      const { indicators, drafts } = get()
      const isDone = leavesOut || nextOpen(indicators, drafts) === null
      await line.end(isDone ? 'finish' : 'hand-over', leavesOut)
      unsent.clear()
    },
  }
}

/** The indicators that a person is asked: they change with their group, and with the framework while they rate. */
interface Asked {
  /** The indicators in the words of these translations, and in the framework's own where there are none. */
  readonly in: (translations: Translations) => readonly Indicator[]
  readonly become: (turn: Turn) => void
  readonly follow: (indicators: readonly Indicator[]) => void
}

function createAsked(turn: Turn): Asked {
  let now = turn
  let own: readonly Indicator[] = turn.framework.indicators
  return {
    in: translations =>
      askedIndicators(now, own).map(one => translated(one, translations.get(one.id))),
    become: turn => {
      now = turn
      own = turn.framework.indicators
    },
    follow: indicators => {
      own = indicators
    },
  }
}

/** The actions by which other words are shown; what was typed so far was typed under those that are on screen until then. */
function showingActions(
  asked: Asked,
  flush: () => void,
  set: (change: Partial<RatingState>) => void,
  get: () => RatingState,
): Pick<RatingState, 'speak' | 'follow'> {
  return {
    speak: spoken => {
      if (spoken.length === 0 && get().translations.size === 0) return
      flush()
      const translations = new Map(spoken.map(one => [one.indicator, one]))
      set({ translations, indicators: asked.in(translations) })
    },
    follow: ({ hash, indicators: theirs }) => {
      if (hash === get().framework) return
      asked.follow(theirs)
      const indicators = asked.in(get().translations)
      flush()
      const position = positionAmong(indicators, get())
      set({ framework: hash, indicators, position, hasJustChanged: true })
    },
  }
}

/** Those of a framework version's indicators that a person is asked, in their order; what that does not know comes last. */
function askedIndicators(
  { asked, order }: Pick<Turn, 'asked' | 'order'>,
  indicators: readonly Indicator[],
): readonly Indicator[] {
  const wanted = asked && new Set(asked)
  const theirs = wanted ? indicators.filter(({ id }) => wanted.has(id)) : indicators
  if (order === null) return theirs
  const places = new Map(order.map((id, place) => [id, place]))
  const placeOf = ({ id }: Indicator): number => places.get(id) ?? order.length
  return theirs.toSorted((one, other) => placeOf(one) - placeOf(other))
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

/** The draft as it was said on a screen in a language; English goes without saying. */
const inLanguage = (draft: Draft, language: LanguageCode): Draft =>
  language === FIRST_LANGUAGE ? draft : { ...draft, language }

/** Makes the draft of a field, with the wording that is on screen. */
function draftOfField(
  { framework, indicators, translations, drafts, suggestions, wording: wanted }: RatingState,
  field: Field,
): Draft {
  const shown = indicators.find(({ id }) => id === field.indicator)
  const wording = shown ? shownWording(shown, wanted) : wanted
  const translation = translations.get(field.indicator ?? '')?.id
  const under = { wording, framework, ...(translation === undefined ? {} : { translation }) }
  if (field.part === 'suggestion') {
    return { ...field, text: suggestions.get(field.indicator) ?? '', ...under }
  }
  const { indicator, criterion } = field
  const { answer, comment } = draftOf(drafts, field)
  const about = { indicator, criterion, ...under }
  return field.part === 'answer'
    ? { part: 'answer', ...about, answer }
    : { part: 'comment', ...about, text: comment }
}
