import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useServices } from '../stores/services.tsx'
import { createRatingDesk, type RatingDesk } from './rating-desk.ts'
import type { RatingSession, RatingState } from './rating-session.ts'

const DeskContext = createContext<RatingDesk | null>(null)
const SessionContext = createContext<RatingSession | null>(null)

/** Warns before the window closes over something that is not saved. */
function useWarning(desk: RatingDesk) {
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
export function RatingDeskProvider({ children }: { readonly children: ReactNode }) {
  const { line } = useServices()
  const [desk] = useState(() => createRatingDesk(line, sessionStorage))
  useWarning(desk)
  return <DeskContext value={desk}>{children}</DeskContext>
}

/** The desk of the window. Throws outside the provider. */
export function useDesk(): RatingDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('There is no RatingDeskProvider above this component.')
  return desk
}

interface RatingProviderProps {
  readonly session: RatingSession
  readonly children: ReactNode
}

/** Hands a session down, and keeps it on the desk while it is on screen. */
export function RatingProvider({ session, children }: RatingProviderProps) {
  const desk = useDesk()
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
