import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { FIRST_LANGUAGE, type LanguageCode } from '../../../shared/languages/languages.ts'
import { shownWording, type WordsAround } from '../../../shared/messages/wordings.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import type { Line } from '../../data/host/page-host.ts'
import { useServices } from '../../data/services.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { type Choices, type ChoicesStore, createChoices } from './choices.ts'
import { createFlow, type Flow, type FlowState } from './flow.ts'
import type { RatingSession, RatingState } from './rating-session.ts'

const RatingSessionsContext = createContext<RatingSessions | null>(null)
/** A session, and the flow through it. */
interface Shown {
  readonly session: RatingSession
  readonly flow: Flow
}

const ShownContext = createContext<Shown | null>(null)

/** Warns before the window closes over something that is not saved. */
function useWarning(sessions: RatingSessions) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      sessions.flush()
      if (sessions.hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', sessions.flush)
    return () => {
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', sessions.flush)
    }
  }, [sessions])
}

/** Makes the rating sessions of the window. It is above the pages, so that leaving a page loses nothing. */
export function RatingSessionsProvider({ children }: { readonly children: ReactNode }) {
  const { line } = useServices()
  const [sessions] = useState(() => createRatingSessions(line, createChoices(localStorage)))
  useWarning(sessions)
  return <RatingSessionsContext value={sessions}>{children}</RatingSessionsContext>
}

/** The rating sessions of the window. Throws outside the provider. */
export function useRatingSessions(): RatingSessions {
  const sessions = useContext(RatingSessionsContext)
  if (sessions === null) throw new Error('There is no RatingSessionsProvider above this component.')
  return sessions
}

interface RatingProviderProps {
  readonly session: RatingSession
  readonly children: ReactNode
}

/** Hands a session down, and keeps it open while it is on screen. */
export function RatingProvider({ session, children }: RatingProviderProps) {
  const sessions = useRatingSessions()
  const shown = useMemo(
    () => ({ session, flow: createFlow(session, sessions.choices) }),
    [session, sessions],
  )
  useEffect(() => {
    sessions.show(session)
    return () => void sessions.leave(session)
  }, [sessions, session])
  useEffect(() => shown.flow.getState().begin(), [shown])
  return <ShownContext value={shown}>{children}</ShownContext>
}

function useShown(): Shown {
  const shown = useContext(ShownContext)
  if (shown === null) throw new Error('There is no RatingProvider above this component.')
  return shown
}

/** The session on screen. Throws outside the provider. */
export const useSession = (): RatingSession => useShown().session

/** The flow through the session on screen. Throws outside the provider. */
export const useFlowStore = (): Flow => useShown().flow

/** The wording in which an indicator is on screen; its title where it has no plain one, or is not asked. */
export const useShownWording = (id: string): Wording =>
  useRating(({ indicators, wording }) => {
    const indicator = indicators.find(one => one.id === id)
    return indicator === undefined ? 'title' : shownWording(indicator, wording)
  })

/** The words around all indicators, as the person who has the laptop reads them. */
export const useAround = (): WordsAround => useWords().around[useRating(state => state.wording)]

/** A part of the flow's state. */
export const useFlow = <Part,>(select: (state: FlowState) => Part): Part =>
  useStore(useFlowStore(), select)

/** The choices of the person who has the laptop. */
export const useChoices = (): Choices => useStore(useRatingSessions().choices)

/** A part of the session's state. */
export const useRating = <Part,>(select: (state: RatingState) => Part): Part =>
  useStore(useSession(), select)

/** A person who ended a round and was led into the next. */
export interface LedOn {
  readonly participant: string
  /** The round that they ended. */
  readonly ended: number
}

/** The four words that a person was given as they came in. */
export interface GivenWords {
  readonly participant: string
  readonly words: string
}

/**
 * The rating sessions of this window. One person's answers may be on screen at a time, from when they are
 * let in until they hand over. A session that was left with something unsaved is kept until it is saved.
 */
export interface RatingSessions {
  /** The four words of the person who has just come in; null once the window no longer has them. */
  readonly words: StoreApi<GivenWords | null>
  /** The ways in which the person who has the laptop wants the screens to work. */
  readonly choices: ChoicesStore
  /** The language that is on screen. */
  readonly language: StoreApi<LanguageCode>
  /** The person who was just led into another round; null for anybody else. */
  readonly ledOn: StoreApi<LedOn | null>
  /** The session that is still open for this participant; null when there is none. */
  readonly sessionOf: (participant: string) => RatingSession | null
  /** Notes that the session is on screen. */
  readonly show: (session: RatingSession) => void
  /** Notes that the session is no longer on screen; it is forgotten as soon as all of it is saved. */
  readonly leave: (session: RatingSession) => Promise<void>
  /**
   * Ends a session: true when all of it is recorded and forgotten; false leaves it as it was. The choices stay, as the
   * same person may be led to another round. Rejects where the turn could not be ended.
   */
  readonly handOver: (session: RatingSession, leavesOut: boolean) => Promise<boolean>
  /** Tests whether something unsaved would be lost if the window closed now. */
  readonly hasUnsaved: () => boolean
  /** Saves typed comments at once. */
  readonly flush: () => void
}

/** Makes the sessions of a window, none yet. */
export function createRatingSessions(line: StoreApi<Line>, choices: ChoicesStore): RatingSessions {
  const sessions = new Map<string, RatingSession>()
  let onScreen: RatingSession | null = null
  // In memory alone: no storage of a browser ever has them.
  const words = createStore<GivenWords | null>(() => null)

  const ledOn = createStore<LedOn | null>(() => null)
  const language = createStore<LanguageCode>(() => FIRST_LANGUAGE)

  const forget = (session: RatingSession) => {
    const { id } = session.getState().participant
    if (sessions.get(id) === session) sessions.delete(id)
    session.getState().forget()
  }

  const leave = async (session: RatingSession) => {
    if (onScreen === session) onScreen = null
    const isSafe = await session.getState().whenIdle()
    if (isSafe && onScreen !== session) forget(session)
  }

  line.subscribe(({ state }) => {
    if (state !== 'connected') return
    for (const session of [...sessions.values()]) {
      session.getState().retry()
      if (session !== onScreen) void leave(session)
    }
  })

  return {
    words,
    choices,
    language,
    ledOn,
    sessionOf: participant => sessions.get(participant) ?? null,
    show: session => {
      sessions.set(session.getState().participant.id, session)
      onScreen = session
      // What was refused while the screen was covered may be saved now.
      session.getState().retry()
    },
    leave,
    handOver: async (session, leavesOut) => {
      const isSafe = await session.getState().whenIdle()
      if (!isSafe) return false
      await session.getState().end(leavesOut)
      words.setState(null, true)
      ledOn.setState(null, true)
      forget(session)
      return true
    },
    hasUnsaved: () =>
      [...sessions.values()].some(session =>
        ['saving', 'not-saved'].includes(session.getState().report.save),
      ),
    flush: () => {
      for (const session of sessions.values()) session.getState().saveComments()
    },
  }
}
