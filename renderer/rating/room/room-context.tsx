import { createContext, type ReactNode, useContext } from 'react'
import type { LockState, RoomHold, RoomInfo } from '../../../shared/model/lock.ts'

/** The lock of a laptop that is in a room's hands. */
export interface Holding {
  readonly hold: RoomHold
  readonly lock: LockState
}

const HoldingContext = createContext<Holding | null>(null)
const PauseContext = createContext<() => void>(() => {})
const RoomContext = createContext<RoomInfo | null>(null)

interface HoldingProviderProps extends Holding {
  readonly children: ReactNode
}

/** Hands down who has the laptop. */
export function HoldingProvider({ children, ...holding }: HoldingProviderProps) {
  return <HoldingContext value={holding}>{children}</HoldingContext>
}

interface RoomProviderProps {
  readonly room: RoomInfo
  readonly children: ReactNode
}

/** Hands the facts about the room down to its screens. */
export function RoomProvider({ room, children }: RoomProviderProps) {
  return <RoomContext value={room}>{children}</RoomContext>
}

/** The lock and its room. Throws outside the provider. */
export function useHolding(): Holding {
  const holding = useContext(HoldingContext)
  if (holding === null) throw new Error('There is no HoldingProvider above this component.')
  return holding
}

/** The facts about the room that has the laptop. Throws outside the provider. */
export function useRoom(): RoomInfo {
  const room = useContext(RoomContext)
  if (room === null) throw new Error('There is no RoomProvider above this component.')
  return room
}

interface PauseProviderProps {
  readonly onPause: () => void
  readonly children: ReactNode
}

/** Hands down the way to cover the screen at once. */
export function PauseProvider({ onPause, children }: PauseProviderProps) {
  return <PauseContext value={onPause}>{children}</PauseContext>
}

/** The way to cover the screen at once; does nothing outside the provider. */
export const usePause = (): (() => void) => useContext(PauseContext)
