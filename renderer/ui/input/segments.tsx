import type { Option } from './choice.tsx'
import styles from './segments.module.css'

interface SegmentsProps<Value extends string> {
  /** Names the choice. */
  readonly label: string
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}

/** A choice among a few, side by side; the chosen one is pressed. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { label, options, value, onChoose } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a further question
    <div role="group" aria-label={label} className={styles.choice}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          className={styles.one}
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
