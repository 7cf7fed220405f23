import { useRef, useState } from 'react'
import { IDLE_MINUTES, type LockState } from '../../../shared/model/lock.ts'
import { useClient, useLock } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { GoWithout } from './go-without.tsx'
import styles from './lock-page.module.css'
import { RecoveryWords } from './recovery-words.tsx'
import { SetPin } from './set-pin.tsx'

const MINUTES = Array.from(
  { length: IDLE_MINUTES.most - IDLE_MINUTES.least + 1 },
  (_, step) => IDLE_MINUTES.least + step,
)

const nothing = () => undefined

/** The page of this laptop's lock: the PIN, and the time until a screen that nobody touches is covered. */
export function LockPage() {
  const lock = useLock()
  return (
    <Stack gap={6}>
      <PageHeading title="The facilitator’s PIN">
        <p>It is this laptop’s own and goes into no workbook or package.</p>
      </PageHeading>
      <Loaded from={lock} what="the lock" onRetry={nothing}>
        {state => (
          <>
            <Pin state={state} />
            <Idle state={state} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}

interface StateProps {
  readonly state: LockState
}

function Pin({ state }: StateProps) {
  const [words, setWords] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const hasPin = state.pin === 'set'
  if (words !== null) return <RecoveryWords words={words} onWritten={() => setWords(null)} />
  return (
    <>
      <Stack as="section" gap={4} aria-labelledby="pin">
        <h2 id="pin" ref={heading} tabIndex={-1} className={styles.heading}>
          {hasPin ? 'Change the PIN' : 'This laptop has no PIN'}
        </h2>
        <SetPin key={state.pin} hasPin={hasPin} onSet={setWords} />
      </Stack>
      {/* Its button goes away under the focus. */}
      {state.pin !== 'none' && (
        <GoWithout hasPin={hasPin} onDone={() => heading.current?.focus()} />
      )}
    </>
  )
}

function Idle({ state }: StateProps) {
  const client = useClient()
  const { problem, run } = useAction()
  return (
    <Stack as="section" gap={4} align="start" aria-labelledby="idle">
      <h2 id="idle" className={styles.heading}>
        When nobody touches the laptop
      </h2>
      <p className={styles.text}>
        While somebody rates, the screen asks whether they are still there, and then covers what
        they answered. They go on with the first of their four words.
      </p>
      <Select
        label="Ask after"
        options={MINUTES.map(minutes => ({
          value: String(minutes),
          label: minutes === 1 ? '1 minute' : `${minutes} minutes`,
        }))}
        value={String(state.idleMinutes)}
        onChange={minutes =>
          run(async () => {
            await client.lock.setIdle({ minutes: Number(minutes) })
          })
        }
      />
      <ProblemNotice heading="That was not kept" problem={problem} />
    </Stack>
  )
}
