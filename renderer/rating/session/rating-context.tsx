import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { Line } from '../../data/host/page-host.ts'
import { useServices } from '../../data/services.tsx'
import type { RatingSession, RatingState } from './rating-session.ts'

const RatingServiceContext = createContext<RatingService | null>(null)
const SessionContext = createContext<RatingSession | null>(null)

/** Warns before the window closes over something that is not saved. */
function useWarning(desk: RatingService) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      desk.flush()
      if (desk.hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', desk.flush)
    return () => {
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', desk.flush)
    }
  }, [desk])
}

/** Sets up the one desk of the window. It stands above the pages, so that leaving one loses nothing. */
export function RatingServiceProvider({ children }: { readonly children: ReactNode }) {
  const { line } = useServices()
  const [desk] = useState(() => createRatingService(line, sessionStorage))
  useWarning(desk)
  return <RatingServiceContext value={desk}>{children}</RatingServiceContext>
}

/** The desk of the window. Throws outside the provider. */
export function useRatingService(): RatingService {
  const desk = useContext(RatingServiceContext)
  if (desk === null) throw new Error('There is no RatingDeskProvider above this component.')
  return desk
}

interface RatingProviderProps {
  readonly session: RatingSession
  readonly children: ReactNode
}

/** Hands a session down, and keeps it on the desk while it is on screen. */
export function RatingProvider({ session, children }: RatingProviderProps) {
  const desk = useRatingService()
  useEffect(() => {
    desk.show(session)
    return () => void desk.leave(session)
  }, [desk, session])
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The session on screen. Throws outside the provider. */
export function useSession(): RatingSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('There is no RatingProvider above this component.')
  return session
}

/** A part of the session's state. */
export const useRating = <Part,>(select: (state: RatingState) => Part): Part =>
  useStore(useSession(), select)

const KEY = 'framework-workbook-rating'

/**
 * Whose answers may be on this screen: one person's at a time, from when they are let in until they
 * hand over. It also holds on to what a person left unsaved, until it is safe.
 */
export interface RatingService {
  /** Opens the way to this participant's answers, and closes it to everyone else's. */
  readonly admit: (participant: string) => void
  readonly isAdmitted: (participant: string) => boolean
  /** The session that is still open for this participant; null when there is none. */
  readonly sessionOf: (participant: string) => RatingSession | null
  /** The session is on screen. */
  readonly show: (session: RatingSession) => void
  /** The session is no longer on screen; it is forgotten as soon as everything in it is safe. */
  readonly leave: (session: RatingSession) => Promise<void>
  /** Ends a session: true when all of it is safe and forgotten; false leaves it as it was. */
  readonly handOver: (session: RatingSession) => Promise<boolean>
  /** Whether something on the desk would be lost if the window closed now. */
  readonly hasUnsaved: () => boolean
  /** Saves at once what was to be saved soon. */
  readonly flush: () => void
}

/** An empty desk. `storage` lasts as long as the window, so that a reload does not shut a person out. */
export function createRatingService(line: StoreApi<Line>, storage: Storage): RatingService {
  const sessions = new Map<string, RatingSession>()
  let onScreen: RatingSession | null = null

  const forget = (session: RatingSession) => {
    sessions.delete(session.getState().participant.id)
    session.getState().forget()
  }

  const leave = async (session: RatingSession) => {
    if (onScreen === session) onScreen = null
    const isSafe = await session.getState().settled()
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
    admit: participant => storage.setItem(KEY, participant),
    isAdmitted: participant => storage.getItem(KEY) === participant,
    sessionOf: participant => sessions.get(participant) ?? null,
    show: session => {
      sessions.set(session.getState().participant.id, session)
      onScreen = session
    },
    leave,
    handOver: async session => {
      const isSafe = await session.getState().settled()
      if (!isSafe) return false
      storage.removeItem(KEY)
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
