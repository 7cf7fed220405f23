import type { ReactNode } from 'react'
import { ProgressBar as AriaProgressBar, Label, Meter } from 'react-aria-components'
import type { Loadable } from '../../data/loadable.ts'
import { classNames } from '../class-names.ts'
import { RetryIcon } from '../icons.tsx'
import { Button } from '../input/button.tsx'
import { ENGLISH_TEXT, useWords } from '../language/language-context.tsx'
import styles from './loaded.module.css'
import { Notice } from './notice.tsx'
import { useLasting } from './use-lasting.ts'

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

/** The time that a wait lasts before it is shown and said, in milliseconds. */
const MOMENT_MS = 300

/** A short wait. It is shown and said only after a moment, so that quick answers neither flicker nor are talked over. */
export function Spinner({ label }: SpinnerProps) {
  const isLong = useLasting(true, MOMENT_MS)
  return (
    <p className={styles.wait} role="status">
      {isLong && (
        <>
          <span className={styles.spinner} aria-hidden="true" />
          {label}
        </>
      )}
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

/** Shows how far the program has come with a task, in words and as a bar. */
export function ProgressBar({ value, total = 1, ...props }: ProgressBarProps) {
  const share = value === undefined ? undefined : percentage(value, total)
  return (
    <AriaProgressBar
      className={classNames(styles.progress)}
      value={share ?? 0}
      isIndeterminate={share === undefined}
      {...inWords(props)}
    >
      <Bar {...props} share={share} />
    </AriaProgressBar>
  )
}

type CountBarProps = Required<Omit<ProgressBarProps, 'note'>> & Pick<ProgressBarProps, 'note'>

/** Shows how many of so many a person has done. Screen readers speak of each step of a task, and of a count when asked. */
export function CountBar({ value, total, ...props }: CountBarProps) {
  const share = percentage(value, total)
  return (
    <Meter className={classNames(styles.progress)} value={share} {...inWords(props)}>
      <Bar {...props} share={share} />
    </Meter>
  )
}

const percentage = (value: number, total: number): number =>
  total === 0 ? 0 : (100 * value) / total

const inWords = ({ words }: Pick<ProgressBarProps, 'words'>) =>
  words === undefined ? {} : { valueLabel: words }

type BarProps = Pick<ProgressBarProps, 'label' | 'words' | 'note'> & {
  readonly share: number | undefined
}

function Bar({ label, words, note, share }: BarProps) {
  return (
    <>
      <span className={styles.words}>
        <Label>{label}</Label>
        {note && <span className={styles.note}>{note}</span>}
        {words && <span className={styles.figures}>{words}</span>}
      </span>
      <span className={styles.track}>
        <span
          className={classNames(styles.fill, share === undefined && styles.unknown)}
          style={{ width: share === undefined ? '40%' : `${share}%` }}
        />
      </span>
    </>
  )
}
