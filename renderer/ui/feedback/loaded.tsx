import type { ReactNode } from 'react'
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import type { Loadable } from '../../data/loadable.ts'
import { classNames } from '../class-names.ts'
import { RetryIcon } from '../icons.tsx'
import { Button } from '../input/button.tsx'
import { ENGLISH_TEXT, useWords } from '../language/language-context.tsx'
import styles from './loaded.module.css'
import { Notice } from './notice.tsx'

interface LoadedProps<Value> {
  readonly from: Loadable<Value>
  /** Names the thing that is read, for the wait and for a failure: `the library`. */
  readonly what: string
  readonly onRetry: () => void
  readonly children: (value: Value) => ReactNode
}

/** Shows something asked of the engine: the wait, what went wrong, or the thing itself. */
export function Loaded<Value>({ from, what, onRetry, children }: LoadedProps<Value>) {
  const { controls } = useWords()
  if (from.state === 'loading') return <Spinner label={controls.reading(what)} />
  if (from.state === 'ready') return children(from.value)
  return (
    <Notice
      tone="danger"
      heading={controls.unreadable(what)}
      announce
      actions={
        <Button icon={<RetryIcon />} onPress={onRetry}>
          {controls.tryAgain}
        </Button>
      }
    >
      <p {...ENGLISH_TEXT}>{from.problem.message}</p>
    </Notice>
  )
}

interface SpinnerProps {
  /** Names the wait, such as `Reading the framework`. */
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

interface ProgressBarProps {
  readonly label: string
  /** The part of `total` that is done; left out while it is not known. */
  readonly value?: number
  readonly total?: number
  /** The figures in words, such as `12 of 106`. */
  readonly words?: string
  /** More about it, where there is room for it. */
  readonly note?: string
}

/** Shows progress in words and as a bar. */
export function ProgressBar({ label, value, total = 1, words, note }: ProgressBarProps) {
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
        {note && <span className={styles.note}>{note}</span>}
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
