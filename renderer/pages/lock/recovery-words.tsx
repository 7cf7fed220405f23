import { useEffect, useRef } from 'react'
import { Button } from '../../ui/input/button.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './lock-page.module.css'

interface RecoveryWordsProps {
  readonly words: string
  readonly onWritten: () => void
}

/** The words that open the lock when the PIN was forgotten, to be written down: they are shown once. */
export function RecoveryWords({ words, onWritten }: RecoveryWordsProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Stack as="section" gap={4} align="start" aria-labelledby="recovery">
      <h2 id="recovery" ref={heading} tabIndex={-1} className={styles.heading}>
        Write down these six words
      </h2>
      <p className={styles.words}>{words}</p>
      <p className={styles.text}>
        They unlock this laptop if the PIN is forgotten. They are shown only now. Keep them away
        from the laptop.
      </p>
      <Button variant="primary" onPress={onWritten}>
        I have written them down
      </Button>
    </Stack>
  )
}
