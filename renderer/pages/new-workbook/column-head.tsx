import { FIELD_NAMES } from '../../../shared/messages/check.ts'
import {
  type CheckColumn,
  FRAMEWORK_FIELDS,
  type FrameworkField,
} from '../../../shared/model/check.ts'
import { classNames } from '../../ui/class-names.ts'
import { type Option, Select } from '../../ui/select.tsx'
import styles from './column-head.module.css'

interface ColumnHeadProps {
  readonly column: CheckColumn
  /** All columns that hold the same field together, this one among them. */
  readonly together: readonly string[]
  readonly onChoose: (field: FrameworkField | null) => void
}

type Choice = FrameworkField | 'none'

const NOT_LOADED: Option<Choice> = { value: 'none', label: 'Not loaded' }

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const OPTIONS: readonly Option<Choice>[] = [
  NOT_LOADED,
  { value: 'notes', label: 'Kept as a note' },
  ...FRAMEWORK_FIELDS.filter(field => field !== 'notes').map(field => ({
    value: field,
    label: sentenceCase(FIELD_NAMES[field]),
  })),
]

/** The head of a column: its letters, its heading, and what it is taken for, to be chosen otherwise. */
export function ColumnHead({ column, together, onChoose }: ColumnHeadProps) {
  const { column: letters, heading, field, hidden } = column
  const called = heading === '' ? `Column ${letters}` : `Column ${letters}, ${heading}`
  return (
    <th
      scope="col"
      aria-label={called}
      className={classNames(styles.head, field === null && styles.notLoaded)}
    >
      <span className={styles.letters}>
        {letters}
        {hidden && ' (hidden)'}
      </span>
      <span className={styles.heading} title={heading}>
        {heading || 'No heading'}
      </span>
      <Select
        label={`${called}, is understood as`}
        isLabelHidden
        options={OPTIONS}
        value={field ?? 'none'}
        onChange={choice => onChoose(choice === 'none' ? null : choice)}
      />
      {together.length > 1 && (
        <span className={styles.part}>
          Part {together.indexOf(letters) + 1} of {together.length}
        </span>
      )}
    </th>
  )
}
