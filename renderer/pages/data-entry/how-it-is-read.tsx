import { useState } from 'react'
import {
  columnHoldsWords,
  RATING_FIELD_WORDS,
} from '../../../shared/messages/data-entry/columns.ts'
import { counted } from '../../../shared/messages/figures.ts'
import {
  RATING_FIELDS,
  type RatingField,
  type RatingsChoices,
  type ShownTable,
} from '../../../shared/model/data-entry.ts'
import { Checkbox } from '../../ui/input/checkbox.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import styles from './data-entry.module.css'
import type { OpenRatings } from './entry-stage.ts'

interface ReadProps {
  readonly open: OpenRatings
  readonly onChange: (choices: RatingsChoices) => void
}

/** The sheets of the file, with those that are read. */
function Sheets({ open, onChange }: ReadProps) {
  const { report, choices } = open
  if (report.sheets.length < 2) return null
  const read = report.sheets.filter(({ isRead }) => isRead).map(({ name }) => name)
  const wanted = choices.sheets ?? read
  const toggle = (name: string, isIn: boolean) => {
    const sheets = isIn ? [...wanted, name] : wanted.filter(each => each !== name)
    if (sheets.length > 0) onChange({ ...choices, sheets })
  }
  return (
    <Stack gap={1} role="group" aria-label="Sheets that are read">
      <p className={styles.label}>Sheets that are read</p>
      {report.sheets.map(({ name, isHidden, ratings }) => (
        <Checkbox
          key={name}
          isSelected={wanted.includes(name)}
          onChange={isIn => toggle(name, isIn)}
        >
          <bdi>{name}</bdi> ({isHidden && 'hidden, '}
          {ratings === 0 ? 'nothing read' : counted(ratings, 'rating', 'ratings')})
        </Checkbox>
      ))}
    </Stack>
  )
}

/** The row of headings; another counts once the field is left, or by Enter. */
function HeaderRow({ open, onChange }: ReadProps) {
  const { choices, report } = open
  const now = `${choices.headerRow ?? report.tables[0]?.headerRow ?? 1}`
  const [typed, setTyped] = useState(now)
  const isRow = /^[1-9]\d{0,6}$/.test(typed.trim())
  const say = () => {
    if (isRow && typed.trim() !== now) onChange({ ...choices, headerRow: Number(typed) })
  }
  return (
    <div className={styles.short}>
      <TextField
        label="Row of headings"
        value={typed}
        onChange={setTyped}
        onBlur={say}
        onKeyDown={press => {
          if (press.key === 'Enter') say()
        }}
        inputMode="numeric"
        error={isRow ? null : 'Type the number of a row.'}
      />
    </div>
  )
}

type ShownColumn = ShownTable['columns'][number] & { readonly texts: readonly string[] }

/** The answers of the person or about the indicator in the heading, for a column that is read so. */
const HEADED = 'headed'

const fieldOf = ({ holds }: ShownColumn): RatingField | typeof HEADED => {
  if (holds === null) return 'none'
  return holds.is === 'field' ? holds.field : HEADED
}

function ReadAs({ column, open, onChange }: ReadProps & { readonly column: ShownColumn }) {
  const { choices } = open
  const { holds } = column
  const fields = RATING_FIELDS.map(value => ({ value, label: RATING_FIELD_WORDS[value] }))
  const headed = { value: HEADED, label: columnHoldsWords(holds) } as const
  const options = holds && holds.is !== 'field' ? [headed, ...fields] : fields
  const choose = (field: RatingField | typeof HEADED) => {
    // A field has one column: the one that was chosen last.
    const others = Object.entries(choices.columns ?? {}).filter(
      ([letters, of]) => letters !== column.column && (of === 'none' || of !== field),
    )
    const chosen = field === HEADED ? [] : [[column.column, field] as const]
    onChange({ ...choices, columns: Object.fromEntries([...others, ...chosen]) })
  }
  return (
    <Select
      label={`What column ${column.column} holds`}
      isLabelHidden
      options={options}
      value={fieldOf(column)}
      onChange={choose}
    />
  )
}

/** Texts of a column by which it can be told from others. */
const TEXTS_SHOWN = 4

const columnsOf = (props: ReadProps): readonly Column<ShownColumn>[] => [
  {
    id: 'heading',
    heading: 'Column',
    cell: ({ column, heading, isHidden }) => (
      <>
        {column} <bdi>{heading}</bdi>
        {isHidden && ' (hidden)'}
      </>
    ),
    isRowHeading: true,
    width: '30%',
  },
  {
    id: 'holds',
    heading: 'Read as',
    cell: column => <ReadAs column={column} {...props} />,
    width: '16rem',
  },
  {
    id: 'texts',
    heading: 'What stands in it',
    cell: ({ texts }) => (
      <span dir="auto" className={styles.texts}>
        {texts.filter(Boolean).slice(0, TEXTS_SHOWN).join(' · ')}
      </span>
    ),
  },
]

const COLUMNS_PER_PAGE = 20

/** Shows how a file is read: its sheets, its row of headings, and what each column holds; each can be changed. */
export function HowItIsRead(props: ReadProps) {
  const { tables, problems } = props.open.report
  const isUnclear = problems.some(({ code }) =>
    ['missing-column', 'repeated-column'].includes(code),
  )
  return (
    <Disclosure level={2} summary="How the file is read" defaultExpanded={isUnclear}>
      <Stack gap={4}>
        <Sheets {...props} />
        <HeaderRow key={tables[0]?.headerRow} {...props} />
        {tables.map(({ sheet, columns, rows }) => {
          const shown = columns.map((column, index) => ({
            ...column,
            texts: rows.map(({ texts }) => texts[index] ?? ''),
          }))
          const caption = tables.length > 1 ? `Columns of ${sheet}` : 'Columns of the file'
          return (
            <Stack gap={2} key={sheet}>
              {tables.length > 1 && <h3 dir="auto">{sheet}</h3>}
              <Paged what="columns" items={shown} perPage={COLUMNS_PER_PAGE}>
                {some => (
                  <Table
                    caption={caption}
                    columns={columnsOf(props)}
                    rows={some}
                    rowKey={({ column }) => column}
                  />
                )}
              </Paged>
            </Stack>
          )
        })}
      </Stack>
    </Disclosure>
  )
}
