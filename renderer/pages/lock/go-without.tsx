import { useState } from 'react'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { PinField } from '../../ui/input/pin-field.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './lock-page.module.css'

interface GoWithoutProps {
  /** True where there is a PIN, which is asked for before it goes. */
  readonly hasPin: boolean
  readonly onDone: () => void
}

/** The choice to have no PIN, with what it leaves open. */
export function GoWithout({ hasPin, onDone }: GoWithoutProps) {
  const client = useClient()
  const [pin, setPin] = useState('')
  const { isDoing, problem, run } = useAction()
  const go = () =>
    run(async () => {
      await client.lock.goWithout(hasPin ? { pin } : undefined)
      onDone()
    })
  return (
    <Stack as="section" gap={4} align="start" aria-labelledby="without">
      <h2 id="without" className={styles.heading}>
        Or go without a PIN
      </h2>
      <p className={styles.text}>
        Anyone who has the laptop can then press <em>Facilitator</em> and read what everybody
        answered.
      </p>
      {hasPin && <PinField label="PIN that it has now" value={pin} onChange={setPin} />}
      <ProblemNotice heading="The PIN stays" problem={problem} />
      <Button isPending={isDoing} onPress={go}>
        Go without a PIN
      </Button>
    </Stack>
  )
}
