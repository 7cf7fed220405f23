import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react'
import { routes } from '../../app/routes.ts'

const BackContext = createContext<RefObject<(() => void) | null> | null>(null)

const ADDRESS = `#${routes.room()}`

/** The entries that stand above the room's first one, so that several quick presses of Back find one too. */
const ENTRIES = 4

/** The place of an entry of ours above the first; undefined for one of another page. */
const placeOf = (state: unknown): number | undefined =>
  typeof state === 'object' && state !== null && 'inRoom' in state
    ? Number(state.inRoom)
    : undefined

/** Puts the room's address into the place of the present one, with entries above it for Back to take. */
function standFirm() {
  const place = placeOf(history.state) ?? 0
  history.replaceState({ inRoom: place }, '', ADDRESS)
  for (let next = place + 1; next <= ENTRIES; next++) {
    history.pushState({ inRoom: next }, '', ADDRESS)
  }
}

/**
 * Holds the window at the room's one address: another one that is typed falls back to it, and Back takes nothing
 * away but does what the screen below said by `useBack`, or nothing.
 */
export function RoomAddress({ children }: { readonly children: ReactNode }) {
  const back = useRef<(() => void) | null>(null)
  useEffect(() => {
    standFirm()
    const onMove = () => {
      const isBack = location.hash === ADDRESS && placeOf(history.state) !== undefined
      standFirm()
      if (isBack) back.current?.()
    }
    window.addEventListener('popstate', onMove)
    return () => window.removeEventListener('popstate', onMove)
  }, [])
  return <BackContext value={back}>{children}</BackContext>
}

/** Says what the browser's Back does on this screen. */
export function useBack(onBack: () => void): void {
  const back = useContext(BackContext)
  useEffect(() => {
    if (back === null) return
    back.current = onBack
    return () => {
      back.current = null
    }
  })
}
