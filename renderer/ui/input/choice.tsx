import {
  RadioGroup as AriaRadioGroup,
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  RadioButton,
  RadioField,
  SelectValue,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { CheckIcon, ChevronDownIcon } from '../icons.tsx'
import styles from './choice.module.css'
import fieldStyles from './text-field.module.css'
import { FieldHeading, FieldProblem, type FieldWords } from './text-field.tsx'

/** One thing to choose; `label` is what a person reads. */
export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  /** The language of the label, where it is another than that of the page. */
  readonly lang?: string
}

interface SelectProps<Value extends string> extends FieldWords {
  readonly options: readonly Option<Value>[]
  /** The chosen option; null while there is none. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** Text to show while nothing is chosen. */
  readonly placeholder?: string
}

/** One choice from a short list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden = false, description, error, placeholder, ...rest } = props
  const { options, value, onChange } = rest
  const choose = (key: string | number | null) => {
    const chosen = options.find(option => option.value === key)
    if (chosen) onChange(chosen.value)
  }
  return (
    <AriaSelect
      className={classNames(fieldStyles.field)}
      isInvalid={Boolean(error)}
      value={value}
      onChange={choose}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldHeading label={label} isLabelHidden={isLabelHidden} description={description} />
      <Button className={classNames(styles.button)}>
        <SelectValue dir="auto" className={classNames(styles.value)} />
        <ChevronDownIcon />
      </Button>
      <FieldProblem>{error}</FieldProblem>
      <Popover className={classNames(styles.popover)} offset={4}>
        <ListBox className={classNames(styles.list)}>
          {options.map(option => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={classNames(styles.option)}
            >
              <span className={styles.tick}>
                <CheckIcon />
              </span>
              <span dir="auto">{option.label}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

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
                <span className={styles.label} dir="auto">
                  {option.label}
                </span>
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
