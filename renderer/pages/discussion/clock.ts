import { useEffect, useState } from 'react'
import type { DiscussionClock } from '../../../shared/model/discussion-clock.ts'

const nameOf = (workshop: string): string => `framework-workbook-clock-${workshop}`

const isClock = (value: unknown): value is DiscussionClock =>
  typeof value === 'object' &&
  value !== null &&
  ['startedAt', 'endsAt', 'discussedBefore'].every(
    name => typeof (value as Record<string, unknown>)[name] === 'number',
  )

function readClock(workshop: string): DiscussionClock | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(workshop)) ?? 'null')
    return isClock(kept) ? kept : null
  } catch {
    return null
  }
}

/** A workshop's clock: kept on this laptop, so that another page or a reload does not stop it. */
export function useClock(workshop: string) {
  const [clock, setClock] = useState(() => readClock(workshop))
  return {
    clock,
    set: (next: DiscussionClock | null) => {
      setClock(next)
      if (next) localStorage.setItem(nameOf(workshop), JSON.stringify(next))
      else localStorage.removeItem(nameOf(workshop))
    },
  }
}

const TICK_MS = 5_000

/** The time now, told anew every few seconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
