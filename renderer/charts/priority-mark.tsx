import { PRIORITY_NAMES } from '../../shared/messages/rules.ts'
import type { Priority } from '../../shared/model/results.ts'
import styles from './priority-mark.module.css'

const MET: Readonly<Record<Priority, { readonly useful: boolean; readonly usable: boolean }>> = {
  keep: { useful: true, usable: true },
  'make usable': { useful: true, usable: false },
  'make useful': { useful: false, usable: true },
  rethink: { useful: false, usable: false },
}

/** Two dots, for usefulness and usability: full where there is consensus for it. Decoration only. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { useful, usable } = MET[priority]
  const fill = (isMet: boolean) => (isMet ? 'currentColor' : 'none')
  return (
    <svg
      className={styles.mark}
      width="26"
      height="12"
      viewBox="0 0 26 12"
      stroke="currentColor"
      strokeWidth="1.75"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="6" cy="6" r="4.5" fill={fill(useful)} />
      <circle cx="20" cy="6" r="4.5" fill={fill(usable)} />
    </svg>
  )
}

/** A priority in a word, with its mark. */
export function PriorityWord({ priority }: { readonly priority: Priority }) {
  return (
    <span className={styles.word}>
      <PriorityMark priority={priority} />
      {PRIORITY_NAMES[priority]}
    </span>
  )
}
