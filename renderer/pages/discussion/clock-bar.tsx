import { useEffect, useState } from 'react'
import { paceWords } from '../../../shared/messages/workshop.ts'
import { type DiscussionClock, discussionPace } from '../../../shared/model/discussion.ts'
import { Button } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import styles from './discuss-page.module.css'

interface ClockBarProps {
  readonly workshop: string
  /** The number of indicators discussed so far. */
  readonly discussed: number
}

const MOST_MINUTES = 600

interface TimeLeftProps {
  readonly clock: DiscussionClock
  readonly discussed: number
}

function TimeLeft({ clock, discussed }: TimeLeftProps) {
  const pace = discussionPace(clock, useNow(), discussed)
  return (
    <p className={styles.left} role="timer">
      {paceWords(pace)}
    </p>
  )
}

/** The minutes left, for the room; nothing until the clock was started on the list's page. */
export function RoomClock({ workshop, discussed }: ClockBarProps) {
  const { clock } = useClock(workshop)
  return clock && <TimeLeft clock={clock} discussed={discussed} />
}

/** The time that a room has: set once, then the minutes left and what they are enough for. */
export function ClockBar({ workshop, discussed }: ClockBarProps) {
  const { clock, set } = useClock(workshop)
  const [minutes, setMinutes] = useState('40')
  if (clock) {
    return (
      <Row gap={[3, 4]} align="end" wrap>
        <TimeLeft clock={clock} discussed={discussed} />
        <Button variant="quiet" onPress={() => set(null)}>
          Set the clock anew
        </Button>
      </Row>
    )
  }
  const wanted = Number(minutes)
  const fits = Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_MINUTES
  const start = () => {
    const startedAt = Date.now()
    set({ startedAt, endsAt: startedAt + wanted * 60_000, discussedBefore: discussed })
  }
  return (
    <Row gap={[3, 4]} align="end" wrap>
      <div className={styles.minutes}>
        <TextField
          label="Minutes to talk"
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
          {...(fits ? {} : { error: `A whole number from 1 to ${MOST_MINUTES}.` })}
        />
      </div>
      <Button isDisabled={!fits} onPress={start}>
        Start the clock
      </Button>
    </Row>
  )
}

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
function useClock(workshop: string) {
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
function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
