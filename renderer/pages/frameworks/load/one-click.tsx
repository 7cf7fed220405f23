import { type FormEvent, useState } from 'react'
import type { CheckChoices, CheckIssue, CheckReport } from '../../../../shared/model/check.ts'
import { Button } from '../../../ui/input/button.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { Row } from '../../../ui/layout/stack.tsx'
import { takeColumn } from './choices.ts'
import { placeOf } from './issues.ts'
import { giveSection, makeHeading, numberCodes, settleRepeats } from './row-choices.ts'

interface OneClickProps {
  readonly issue: CheckIssue
  readonly tableColumns: CheckReport['tableColumns']
  readonly choices: CheckChoices
  readonly onChange: (choices: CheckChoices) => void
}

/** Tests whether one press settles a problem, so that nothing need be typed in its cell. */
export const isOneClick = ({ code, field }: CheckIssue): boolean =>
  code === 'above-sections' ||
  code === 'unsure-nesting' ||
  code === 'numbered-codes' ||
  code === 'duplicate-code' ||
  code === 'repeated-column' ||
  code === 'missing-code' ||
  (code === 'missing-column' && field === 'code')

/** Tests whether each cell of such problems is settled by itself; of all others, one press settles all. */
export const isOfItsOwn = ({ code }: CheckIssue): boolean =>
  code === 'above-sections' || code === 'unsure-nesting' || code === 'repeated-column'

const under = (titles: readonly string[]): string =>
  titles.length === 0 ? 'At the outermost level' : `Under ${titles.join(' › ')}`

/** Both places of a title whose level nothing tells. */
function Readings({ issue, choices, onChange }: OneClickProps) {
  if (issue.code !== 'unsure-nesting') return null
  const { row } = placeOf(issue.cell)
  return [issue.data.taken, issue.data.other].map(titles => (
    <Button key={titles.length} onPress={() => onChange(makeHeading(choices, row, titles.length))}>
      {under(titles)}
    </Button>
  ))
}

/** The section of indicators above the first title, which no cell of theirs holds. */
function Section({ issue, choices, onChange }: OneClickProps) {
  const [title, setTitle] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const rows = issue.cells.map(cell => placeOf(cell).row)
    if (title.trim() !== '') onChange(giveSection(choices, rows, title.trim()))
  }
  return (
    <form onSubmit={submit} noValidate>
      <Row gap={2} align="end" wrap>
        <TextField label="Title of its section" value={title} onChange={setTitle} maxLength={500} />
        <Button type="submit">Put it there</Button>
      </Row>
    </form>
  )
}

function Numbering({ choices, onChange }: OneClickProps) {
  const by = choices.numberCodes ?? null
  return (
    <>
      <Button isDisabled={by === 'all'} onPress={() => onChange(numberCodes(choices, 'all'))}>
        Number them from N001 on
      </Button>
      <Button
        isDisabled={by === 'sections'}
        onPress={() => onChange(numberCodes(choices, 'sections'))}
      >
        Number them in each section
      </Button>
    </>
  )
}

/** The columns by whose text repeated codes may differ: those of sections and all that are not loaded. */
const MOST_COLUMNS = 4

const LONGEST_HEADING = 24

const shortened = (heading: string): string =>
  heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING)}…` : heading

function Repeats({ issue, tableColumns, choices, onChange }: OneClickProps) {
  const columns = tableColumns
    .filter(({ field, hidden }) => !hidden && (field === null || field === 'section'))
    .slice(0, MOST_COLUMNS)
  return (
    <>
      {issue.code === 'duplicate-code' && issue.data.restarts && (
        <Button onPress={() => onChange(settleRepeats(choices, { by: 'section' }))}>
          Put the section before every code
        </Button>
      )}
      <Button onPress={() => onChange(settleRepeats(choices, { by: 'number' }))}>
        Number all that repeat
      </Button>
      <Button onPress={() => onChange(settleRepeats(choices, { by: 'first' }))}>
        Keep the first of each
      </Button>
      {columns.map(({ column, heading }) => (
        <Button
          key={column}
          onPress={() => onChange(settleRepeats(choices, { by: 'column', column }))}
        >
          Add column {column} {heading && `(${shortened(heading)})`} to all that repeat
        </Button>
      ))}
    </>
  )
}

/** Both columns of one name, of which a person chooses the one that is meant. */
function Columns({ issue, choices, onChange }: OneClickProps) {
  if (issue.code !== 'repeated-column') return null
  const { field, column, other } = issue.data
  return [column, other].map(each => (
    <Button key={each} onPress={() => onChange(takeColumn(choices, field, each))}>
      Use column {each}
    </Button>
  ))
}

/** The decision that settles a problem with one press, for all the rows that it is about. */
export function OneClick(props: OneClickProps) {
  switch (props.issue.code) {
    case 'unsure-nesting':
      return (
        <Row gap={2} wrap>
          <Readings {...props} />
        </Row>
      )
    case 'above-sections':
      return <Section {...props} />
    case 'repeated-column':
      return (
        <Row gap={2} wrap>
          <Columns {...props} />
        </Row>
      )
    case 'duplicate-code':
      return (
        <Row gap={2} wrap>
          <Repeats {...props} />
        </Row>
      )
    default:
      return isOneClick(props.issue) ? (
        <Row gap={2} wrap>
          <Numbering {...props} />
        </Row>
      ) : null
  }
}
