import { RadioGroup as AriaRadioGroup, RadioButton, RadioField } from 'react-aria-components'
import { classNames } from './class-names.ts'
import fieldStyles from './field.module.css'
import { FieldHeading, FieldProblem, type FieldWords } from './field.tsx'
import styles from './radio-group.module.css'
import type { Option } from './select.tsx'

/** One choice, with a line that says what it means. */
export interface RadioOption<Value extends string> extends Option<Value> {
  readonly hint?: string
}

interface RadioGroupProps<Value extends string> extends FieldWords {
  readonly options: readonly RadioOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** `row` lays short choices side by side. */
  readonly layout?: 'column' | 'row'
}

/** One choice from a few, all of them in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, description, error, options, value, onChange, layout = 'column' } = props
  const choose = (key: string) => {
    const chosen = options.find(option => option.value === key)
    if (chosen) onChange(chosen.value)
  }
  return (
    <AriaRadioGroup
      className={classNames(fieldStyles.field)}
      isInvalid={Boolean(error)}
      value={value}
      onChange={choose}
    >
      <FieldHeading label={label} description={description} />
      <div className={layout === 'row' ? styles.row : styles.column}>
        {options.map(option => (
          <RadioField key={option.value} value={option.value} className={classNames(styles.field)}>
            <RadioButton className={classNames(styles.radio)}>
              <span className={styles.dot} />
              <span className={styles.words}>
                <span className={styles.label}>{option.label}</span>
                {option.hint && <span className={styles.hint}>{option.hint}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldProblem>{error}</FieldProblem>
    </AriaRadioGroup>
  )
}
