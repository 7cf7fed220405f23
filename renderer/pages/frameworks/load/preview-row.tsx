import { type ReactNode, useEffect, useRef } from 'react'
import { assertNever } from '../../../../shared/assert-never.ts'
import { COLUMN_REASON_WORDS, skipMessage } from '../../../../shared/messages/check.ts'
import { FIELD_WORDS } from '../../../../shared/messages/indicator-fields.ts'
import { languageName } from '../../../../shared/messages/translations/translations.ts'
import {
  type CheckColumn,
  type CheckIssue,
  FRAMEWORK_FIELDS,
  type FrameworkField,
} from '../../../../shared/model/check.ts'
import { classNames } from '../../../ui/class-names.ts'
import { CautionIcon, CheckIcon, DangerIcon } from '../../../ui/icons.tsx'
import { type Option, Select } from '../../../ui/input/choice.tsx'
import { VisuallyHidden } from '../../../ui/layout/visually-hidden.tsx'
import { isLeft } from './choices.ts'
import { cellName, type RowState } from './issues.ts'
import styles from './preview-row.module.css'

/** A cell as it is shown: what it holds now, whether that was typed here, and what is wrong. */
export interface ShownCell {
  readonly text: string
  readonly isTyped: boolean
  readonly issue: CheckIssue | null
}

interface PreviewRowProps {
  readonly row: number
  readonly isHidden: boolean
  readonly state: RowState
  readonly columns: readonly CheckColumn[]
  readonly cellAt: (column: string) => ShownCell
  /** The cell that is open to be settled. */
  readonly openCell: string | null
  readonly onOpen: (cell: string) => void
}

function stateWords(state: RowState): ReactNode {
  switch (state.is) {
    case 'above':
      return <VisuallyHidden>above the headings</VisuallyHidden>
    case 'headings':
      return 'Headings'
    case 'loaded':
      return (
        <span className={styles.loaded}>
          <CheckIcon size={16} />
          <VisuallyHidden>to be loaded</VisuallyHidden>
        </span>
      )
    case 'faulty':
      return <span className={styles.faulty}>Needs attention</span>
    case 'skipped':
      return <span title={skipMessage(state.reason)}>Skipped</span>
    case 'left-out':
      return 'Left out'
    default:
      return assertNever(state)
  }
}

interface CellProps extends ShownCell {
  readonly name: string
  readonly isOpen: boolean
  readonly isNotLoaded: boolean
  readonly onOpen: (cell: string) => void
}

function Cell({ name, text, isTyped, issue, isOpen, isNotLoaded, onOpen }: CellProps) {
  const place = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [isOpen])
  const words = <span className={styles.text}>{text.trim() || (issue ? 'Blank' : '')}</span>
  if (issue === null && !isTyped) {
    return <td className={classNames(isNotLoaded && styles.notLoaded)}>{words}</td>
  }
  const isError = issue?.severity === 'error'
  return (
    <td
      ref={place}
      className={classNames(issue && (isError ? styles.error : styles.warning), styles.marked)}
    >
      <button
        type="button"
        className={classNames(styles.cell, isOpen && styles.open)}
        aria-expanded={isOpen}
        onClick={() => onOpen(name)}
      >
        {issue ? isError ? <DangerIcon /> : <CautionIcon /> : <CheckIcon />}
        {words}
        <VisuallyHidden>
          {`, cell ${name}, ${issue ? (isError ? 'must be put right' : 'worth a look') : 'settled'}`}
        </VisuallyHidden>
      </button>
    </td>
  )
}

/** A row of the sheet with its number and what becomes of it; cells with a problem can be opened. */
export function PreviewRow(props: PreviewRowProps) {
  const { row, isHidden, state, columns, cellAt, openCell, onOpen } = props
  const isDim = state.is === 'skipped' || state.is === 'left-out' || state.is === 'above'
  return (
    <tr
      className={classNames(
        styles.row,
        isDim && styles.dim,
        state.is === 'headings' && styles.headings,
      )}
    >
      <th scope="row" className={styles.number}>
        <span>{row}</span>
        <span className={styles.state}>
          {stateWords(state)}
          {isHidden && ' (hidden)'}
        </span>
      </th>
      {columns.map(one => {
        const { column } = one
        const name = cellName({ column, row })
        return (
          <Cell
            key={column}
            {...cellAt(column)}
            name={name}
            isOpen={name === openCell}
            isNotLoaded={isLeft(one) && state.is !== 'above'}
            onOpen={onOpen}
          />
        )
      })}
    </tr>
  )
}

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
    label: sentenceCase(FIELD_WORDS[field].inFiles),
  })),
]

const PICTURES = { picture: 'Pictures', description: 'What pictures show' } as const

/** The choice of a column that holds no field: what is taken of it all the same, or that it is not loaded. */
function asItIs({ language, pictures }: CheckColumn): Option<Choice> {
  if (language !== undefined) {
    return { ...NOT_LOADED, label: `Words in ${languageName(language)}` }
  }
  return pictures === undefined ? NOT_LOADED : { ...NOT_LOADED, label: PICTURES[pictures] }
}

/** The head of a column: its letters, its heading, and what it is taken for, to be chosen otherwise. */
export function ColumnHead({ column, together, onChoose }: ColumnHeadProps) {
  const { column: letters, heading, field, hidden, because } = column
  const called = heading === '' ? `Column ${letters}` : `Column ${letters}, ${heading}`
  return (
    <th
      scope="col"
      aria-label={called}
      className={classNames(styles.head, isLeft(column) && styles.headNotLoaded)}
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
        options={[asItIs(column), ...OPTIONS.slice(1)]}
        value={field ?? 'none'}
        onChange={choice => onChoose(choice === 'none' ? null : choice)}
      />
      {field !== null && because.length > 0 && (
        <span className={styles.part}>
          Because {because.map(reason => COLUMN_REASON_WORDS[reason]).join('; ')}.
        </span>
      )}
      {together.length > 1 && (
        <span className={styles.part}>
          Part {together.indexOf(letters) + 1} of {together.length}
        </span>
      )}
    </th>
  )
}
