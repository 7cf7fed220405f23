import type { ReactNode } from 'react'
import { Stack } from '../../ui/layout/stack.tsx'
import styles from './program.module.css'

interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A part of the settings under its heading. */
export function Part({ id, title, children }: PartProps) {
  return (
    <Stack as="section" gap={4} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </Stack>
  )
}
