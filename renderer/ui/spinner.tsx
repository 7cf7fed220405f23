import { classNames } from './class-names.ts'
import styles from './spinner.module.css'

interface SpinnerProps {
  /** What is being waited for, such as `Reading the framework`. */
  readonly label: string
}

/** A short wait. It shows itself only after a moment, so that quick answers do not flicker. */
export function Spinner({ label }: SpinnerProps) {
  return (
    <p className={styles.wait} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      {label}
    </p>
  )
}

/** The turning ring alone, for a place whose words say what is going on. */
export function SpinnerRing() {
  return <span className={classNames(styles.spinner, styles.small)} aria-hidden="true" />
}
