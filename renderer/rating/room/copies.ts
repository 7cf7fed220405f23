import { useEffect } from 'react'
import type { HostServices } from '../../../shared/host.ts'
import type { RoomHold } from '../../../shared/model/lock.ts'
import { useServices } from '../../data/services.tsx'

/** The place of a note that something was copied, which outlasts a reload. It holds nothing of what was copied. */
const NOTE = 'framework-workbook-copied'

/** The signs of a person at this window, without which a browser refuses its clipboard. */
const SIGNS = ['focus', 'pointerup', 'keyup'] as const

/** Notes when somebody copies. Returns a function that stops it. */
function noteCopies(): () => void {
  const note = () => sessionStorage.setItem(NOTE, 'true')
  document.addEventListener('copy', note)
  document.addEventListener('cut', note)
  return () => {
    document.removeEventListener('copy', note)
    document.removeEventListener('cut', note)
  }
}

/** Clears what was copied, now or with the next sign of a person. Returns a function that gives it up. */
function clearCopies({ clearCopies: clear }: Pick<HostServices, 'clearCopies'>): () => void {
  const trying = new AbortController()
  const attempt = async () => {
    try {
      await clear(sessionStorage.getItem(NOTE) !== null)
      sessionStorage.removeItem(NOTE)
      trying.abort()
    } catch {
      // Refused for now: the listeners try again.
    }
  }
  for (const sign of SIGNS) {
    window.addEventListener(sign, () => void attempt(), { signal: trying.signal })
  }
  void attempt()
  return () => trying.abort()
}

/**
 * Clears the clipboard of what a person copied, when their answers go from the screen: at hand-over, at the cover, and
 * when a facilitator takes the laptop back. What was there before, or comes from another program, stays.
 */
export function useClearedCopies(room: RoomHold | null): void {
  const { host } = useServices()
  const isInRoom = room !== null
  const person = room === null || room.isCovered ? null : room.participant
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the person ends what was copied before
  useEffect(() => {
    const stop = clearCopies(host)
    const stopNoting = isInRoom ? noteCopies() : null
    return () => {
      stop()
      stopNoting?.()
    }
  }, [host, isInRoom, person])
}
