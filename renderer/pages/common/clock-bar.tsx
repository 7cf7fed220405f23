import { useEffect, useState } from 'react'
import { paceWords } from '../../../shared/messages/workshop.ts'
import { type DiscussionClock, discussionPace } from '../../../shared/model/discussion.ts'
import { Button } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import styles from './clock-bar.module.css'

interface ClockBarProps {
  /** Names the clock among those of this laptop. */
  readonly of: string
  /** The number of things that are done so far: indicators discussed, people who have rated. */
  readonly done: number
}

interface SetClockProps extends ClockBarProps {
  /** Names the field in which the time is set. */
  readonly label: string
  /** The minutes that are in the field at first. */
  readonly planned?: number
}

const MOST_MINUTES = 600

interface TimeLeftProps {
  readonly clock: DiscussionClock
  readonly done: number
}

function TimeLeft({ clock, done }: TimeLeftProps) {
  const pace = discussionPace(clock, useNow(), done)
  return (
    <p className={styles.left} role="timer">
      {paceWords(pace)}
    </p>
  )
}

/** The minutes left, for the room; nothing until the clock was started on another page. */
export function RoomClock({ of, done }: ClockBarProps) {
  const { clock } = useClock(of)
  return clock && <TimeLeft clock={clock} done={done} />
}

/** The time that a room has: set once, then the minutes left and what they are enough for. */
export function ClockBar({ of, done, label, planned = 40 }: SetClockProps) {
  const { clock, set } = useClock(of)
  const [minutes, setMinutes] = useState(String(planned))
  if (clock) {
    return (
      <Row gap={[3, 4]} align="end" wrap>
        <TimeLeft clock={clock} done={done} />
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
    set({ startedAt, endsAt: startedAt + wanted * 60_000, discussedBefore: done })
  }
  return (
    <Row gap={[3, 4]} align="end" wrap>
      <div className={styles.minutes}>
        <TextField
          label={label}
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

const nameOf = (of: string): string => `framework-workbook-clock-${of}`

const isClock = (value: unknown): value is DiscussionClock =>
  typeof value === 'object' &&
  value !== null &&
  ['startedAt', 'endsAt', 'discussedBefore'].every(
    name => typeof (value as Record<string, unknown>)[name] === 'number',
  )

function readClock(of: string): DiscussionClock | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(of)) ?? 'null')
    return isClock(kept) ? kept : null
  } catch {
    return null
  }
}

/** A clock, kept on this laptop, so that another page or a reload does not stop it. */
function useClock(of: string) {
  const [clock, setClock] = useState(() => readClock(of))
  return {
    clock,
    set: (next: DiscussionClock | null) => {
      setClock(next)
      if (next) localStorage.setItem(nameOf(of), JSON.stringify(next))
      else localStorage.removeItem(nameOf(of))
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
