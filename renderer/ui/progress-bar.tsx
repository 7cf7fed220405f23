import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import { classNames } from './class-names.ts'
import styles from './progress-bar.module.css'

interface ProgressBarProps {
  readonly label: string
  /** How much is done, of `total`; left out while that is not known. */
  readonly value?: number
  readonly total?: number
  /** The figures in words, such as `12 of 106`. */
  readonly words?: string
}

/** How far something is, in words and as a bar. */
export function ProgressBar({ label, value, total = 1, words }: ProgressBarProps) {
  const share = value === undefined || total === 0 ? 0 : (100 * value) / total
  return (
    <AriaProgressBar
      className={classNames(styles.progress)}
      value={share}
      isIndeterminate={value === undefined}
      {...(words === undefined ? {} : { valueLabel: words })}
    >
      <span className={styles.words}>
        <Label>{label}</Label>
        {words && <span className={styles.figures}>{words}</span>}
      </span>
      <span className={styles.track}>
        <span
          className={classNames(styles.fill, value === undefined && styles.unknown)}
          style={{ width: value === undefined ? '40%' : `${share}%` }}
        />
      </span>
    </AriaProgressBar>
  )
}
