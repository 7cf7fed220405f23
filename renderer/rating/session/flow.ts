import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Answer } from '../../../shared/model/rating.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { Choices } from './choices.ts'
import { type DraftKey, draftOf } from './drafts.ts'
import { withTime } from './pace.ts'
import type { RatingSession, RatingState } from './rating-session.ts'

/** The time for which *Saved* is to be seen before an indicator is left by itself, in milliseconds. */
const SEEN_MS = 250

const [FIRST, SECOND] = CRITERIA

/** The question that is asked at the moment, and the ways from one question to the next. */
export interface FlowState {
  readonly question: Criterion
  /** Counts the moves, so that the focus follows each of them. */
  readonly moves: number
  /** True while an indicator that has both answers is about to be left by itself. */
  readonly isLeaving: boolean
  /** The number of times that a comment on the question was asked for by a key. */
  readonly commentsAsked: number
  /** The times at which the latest questions were answered first, in milliseconds, to tell the pace. */
  readonly times: readonly number[]
  /**
   * Answers the question in the asking by a key. While an indicator is about to be left, the key is meant for the one
   * after it: what is typed ahead lands where it would have landed later.
   */
  readonly type: (answer: Answer) => void
  /** Answers one question of the shown indicator by a press. */
  readonly press: (criterion: Criterion, answer: Answer) => void
  /** Answers any question by a press or a key in a list, and goes nowhere; `undo` takes it back as any other. */
  readonly give: (key: DraftKey, answer: Answer) => void
  /** Turns to a question of the shown indicator. */
  readonly ask: (criterion: Criterion) => void
  /** Opens the comment on the question in the asking. */
  readonly askComment: () => void
  /** Goes on to the next indicator, or back to the one before. */
  readonly move: (by: 1 | -1) => void
  /** Goes on from a question that is answered, to the second one or the next indicator; otherwise does nothing. */
  readonly proceed: () => void
  /** Stays with the shown indicator although it has both answers. */
  readonly stay: () => void
  /** Takes back the last answer, wherever it was, and shows it; false where there is none. */
  readonly undo: () => boolean
  /** Follows the session, until the function that it gives is called: that forgets what could be undone. */
  readonly begin: () => () => void
}

/** The flow through one person's rating. */
export type Flow = StoreApi<FlowState>

interface Given extends DraftKey {
  readonly before: Answer
}

const isSame = (one: Answer, two: Answer): boolean =>
  one.kind === 'level' && two.kind === 'level' ? one.level === two.level : one.kind === two.kind

const otherThan = (criterion: Criterion): Criterion => (criterion === FIRST ? SECOND : FIRST)

const indicatorAt = ({ indicators, position }: RatingState): string | undefined =>
  indicators[position]?.id

const answerTo = (rating: RatingState, criterion: Criterion): Answer =>
  draftOf(rating.drafts, { indicator: indicatorAt(rating) ?? '', criterion }).answer

const isOpen = (rating: RatingState, criterion: Criterion): boolean =>
  answerTo(rating, criterion).kind === 'none'

/** The question that is asked first of the shown indicator: the second one where that alone has no answer. */
const firstOpen = (rating: RatingState): Criterion =>
  !isOpen(rating, FIRST) && isOpen(rating, SECOND) ? SECOND : FIRST

/** The flow through a session. It decides from the session alone, so that keys need not wait for the screen. */
export function createFlow(
  session: RatingSession,
  choices: Pick<StoreApi<Choices>, 'getState'>,
): Flow {
  const given: Given[] = []
  const rating = session.getState
  return createStore<FlowState>((set, get) => {
    const turnTo = (question: Criterion) =>
      set({ question, isLeaving: false, moves: get().moves + 1 })
    const leaving = leavingBySelf(session, get, set)
    const give = (key: DraftKey, answer: Answer) => {
      const before = draftOf(rating().drafts, key).answer
      if (isSame(before, answer)) return
      given.push({ ...key, before })
      if (before.kind === 'none') set({ times: withTime(get().times, performance.now()) })
      rating().answer(key, answer)
    }
    return {
      question: firstOpen(rating()),
      moves: 0,
      isLeaving: false,
      commentsAsked: 0,
      times: [],
      type: answer => {
        if (get().isLeaving) get().move(1)
        get().press(get().question, answer)
      },
      press: (criterion, answer) => {
        const indicator = indicatorAt(rating())
        if (indicator === undefined) return
        const before = answerTo(rating(), criterion)
        give({ indicator, criterion }, answer)
        const two = otherThan(criterion)
        // Who changes the first of two answers may want to look at the second one.
        const isBack = criterion === FIRST && before.kind !== 'none'
        if (isBack || isOpen(rating(), two)) turnTo(two)
        else if (choices.getState().goesOn) leaving.begin(criterion)
        else turnTo(criterion)
      },
      give,
      ask: question => {
        if (question !== get().question) set({ question, isLeaving: false })
      },
      askComment: () => set({ isLeaving: false, commentsAsked: get().commentsAsked + 1 }),
      move: by => rating().goTo(rating().position + by),
      proceed: () => {
        const { question } = get()
        if (isOpen(rating(), question)) return
        if (question === FIRST) turnTo(SECOND)
        else get().move(1)
      },
      stay: () => {
        if (get().isLeaving) set({ isLeaving: false })
      },
      undo: () => {
        const last = given.pop()
        const position = rating().indicators.findIndex(({ id }) => id === last?.indicator)
        if (last === undefined || position < 0) return false
        rating().goTo(position)
        rating().answer(last, last.before)
        turnTo(last.criterion)
        return true
      },
      begin: () => {
        const unfollow = session.subscribe((now, before) => {
          if (indicatorAt(now) !== indicatorAt(before)) turnTo(firstOpen(now))
          else leaving.follow()
        })
        return () => {
          unfollow()
          get().stay()
          given.length = 0
        }
      },
    }
  })
}

/** The leaving of an indicator by itself: once what was said is saved, and was seen to be for a moment. */
function leavingBySelf(
  session: RatingSession,
  get: () => FlowState,
  set: (change: Partial<FlowState>) => void,
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    if (!get().isLeaving) return
    clearTimeout(timer)
    const { save } = session.getState().report
    if (save === 'not-saved') set({ isLeaving: false })
    else if (save !== 'saving') timer = setTimeout(leave, SEEN_MS)
  }
  // Whatever the person does meanwhile has them stay.
  const leave = () => {
    if (get().isLeaving) get().move(1)
  }
  return {
    follow,
    begin: (question: Criterion) => {
      set({ question, isLeaving: true })
      follow()
    },
  }
}
