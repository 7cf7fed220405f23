import { type FormEvent, useEffect, useRef, useState } from 'react'
import { issueMessage } from '../../../../shared/messages/check.ts'
import { FIELD_WORDS } from '../../../../shared/messages/indicator-fields.ts'
import type { CheckChoices, CheckIssue, FrameworkField } from '../../../../shared/model/check.ts'
import { Button } from '../../../ui/input/button.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { Row } from '../../../ui/layout/stack.tsx'
import {
  decideMeaning,
  leaveOut,
  loadWithNote,
  putBackText,
  takeBackNote,
  typeText,
} from './choices.ts'
import styles from './decide-panel.module.css'
import { placeOf } from './issues.ts'

interface DecidePanelProps {
  readonly cell: string
  /** The present text of the cell. */
  readonly text: string
  readonly isTyped: boolean
  readonly issue: CheckIssue | null
  /** The field of the cell's column; null where it is not loaded, or the row is no indicator. */
  readonly field: FrameworkField | null
  /** Other columns hold the field too, so that a value alone does not say what it means. */
  readonly isJoined: boolean
  readonly choices: CheckChoices
  readonly isChecking: boolean
  /** The next cell that must be put right; null if there is none. */
  readonly next: string | null
  readonly visit: number
  readonly onChange: (choices: CheckChoices) => void
  readonly onShow: (cell: string) => void
  readonly onClose: () => void
}

/**
 * Takes the focus when a cell is opened, and when what was pressed goes because the cell is settled;
 * never from a person who has gone elsewhere meanwhile.
 */
function usePanelFocus(visit: number, problem: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const visited = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another problem is another arrival
  useEffect(() => {
    const isArrival = visited.current !== visit
    visited.current = visit
    const isAdrift = document.activeElement === document.body
    if (isArrival || isAdrift) heading.current?.focus({ preventScroll: true })
  }, [visit, problem])
  return heading
}

function Values({ cell, text: typed, issue, isJoined, choices, onChange }: DecidePanelProps) {
  const { field = null, options = [] } = issue ?? {}
  // One problem may be of cells with different texts; what is settled is this one.
  const text = typed.replace(/\s+/g, ' ').trim()
  if (field === null || options.length === 0) return null
  const choose = (means: string) =>
    onChange(
      isJoined ? typeText(choices, cell, means) : decideMeaning(choices, { field, text, means }),
    )
  return (
    <fieldset className={styles.values}>
      <legend className={styles.legend}>
        {isJoined ? 'It means' : `Wherever it stands, “${text}” means`}
      </legend>
      {options.map(option => (
        <Button key={option} onPress={() => choose(option)}>
          {option}
        </Button>
      ))}
      <Button onPress={() => choose('')}>nothing: leave it blank</Button>
    </fieldset>
  )
}

function OtherText({ cell, text, choices, onChange }: DecidePanelProps) {
  const [typed, setTyped] = useState(text.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange(typeText(choices, cell, typed))
  }
  return (
    <form className={styles.typing} onSubmit={submit} noValidate>
      <TextField label={`Text of ${cell}`} value={typed} onChange={setTyped} />
      <Button type="submit">Use this text</Button>
    </form>
  )
}

function Onward(props: DecidePanelProps) {
  const { cell, issue, field, isTyped, choices, next, onChange, onShow, onClose } = props
  const { row } = placeOf(cell)
  return (
    <Row gap={2} wrap>
      {issue && field && (
        <Button onPress={() => onChange(leaveOut(choices, row))}>Leave row {row} out</Button>
      )}
      {isTyped && (
        <Button onPress={() => onChange(takeBackNote(putBackText(choices, cell), cell))}>
          Put back the text of the file
        </Button>
      )}
      {next && (
        <Button variant={issue ? 'secondary' : 'primary'} onPress={() => onShow(next)}>
          Next: {next}
        </Button>
      )}
      <Button variant="quiet" onPress={onClose}>
        Close
      </Button>
    </Row>
  )
}

/** Tests whether what is missing stands in no cell, so that a text typed here would replace something else. */
const isElsewhere = (issue: CheckIssue | null): boolean =>
  issue?.code === 'above-sections' || issue?.code === 'unsure-nesting'

/** The problem of one cell, and every way to decide it. */
export function DecidePanel(props: DecidePanelProps) {
  const { cell, text, issue, field, isChecking, next, visit } = props
  const message = issue && issueMessage(issue)
  const heading = usePanelFocus(visit, message ?? '')
  return (
    <section className={styles.panel} aria-label={`Settle cell ${cell}`}>
      <h3 ref={heading} tabIndex={-1}>
        Cell {cell}
        {field && `, ${FIELD_WORDS[field].inFiles}`}
      </h3>
      <p className={styles.message} role="status">
        {isChecking
          ? 'Checking…'
          : (message ??
            (next
              ? 'Nothing is wrong here any more.'
              : 'Nothing is wrong here any more, and nothing else must be put right.'))}
      </p>
      {issue && field === null && (
        <p className={styles.message}>
          Choose in the head of a column what it holds. What is not to be loaded can stay as it is.
        </p>
      )}
      {issue && <Values {...props} />}
      {field && !isElsewhere(issue) && <OtherText key={`${cell} ${text}`} {...props} />}
      {issue && field && canBeNoted(issue, field) && (
        <NoteForm key={`${cell} ${message}`} {...props} issue={issue} field={field} />
      )}
      <Onward {...props} />
    </section>
  )
}

interface NoteFormProps {
  readonly cell: string
  /** The present text of the cell. */
  readonly text: string
  /** The field of the cell's column. */
  readonly field: FrameworkField
  readonly issue: CheckIssue
  readonly choices: CheckChoices
  readonly onChange: (choices: CheckChoices) => void
}

/** Without these there is no indicator to write a note about. */
const REQUIRED: readonly FrameworkField[] = ['code', 'section', 'title']

const ABOUT_TEXT: readonly CheckIssue['code'][] = [
  'unrecognised-value',
  'two-values',
  'error-value',
]

/** Tests whether the indicator can be loaded in spite of the problem, with a note of it. */
const canBeNoted = (issue: CheckIssue, field: FrameworkField): boolean =>
  issue.severity === 'warning' || (ABOUT_TEXT.includes(issue.code) && !REQUIRED.includes(field))

/** Loads the indicator all the same, with a note; what cannot be loaded is left blank. */
function NoteForm(props: NoteFormProps) {
  const { cell, field, issue, choices, onChange } = props
  const leavesBlank = issue.severity === 'error'
  const [text, setText] = useState(
    leavesBlank ? `${FIELD_WORDS[field].inFiles}: ${props.text.trim()}` : '',
  )
  const [isBlank, setIsBlank] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsBlank(text.trim() === '')
    if (text.trim() !== '')
      onChange(loadWithNote(choices, cell, { text: text.trim(), leavesBlank }))
  }
  return (
    <form className={styles.typing} onSubmit={submit} noValidate>
      <TextField
        label="Note"
        description={
          leavesBlank
            ? 'The cell is left blank, and the indicator keeps this note.'
            : 'The indicator keeps this note, and the cell stays as it is.'
        }
        value={text}
        onChange={setText}
        maxLength={10_000}
        error={isBlank ? 'Write the note first.' : null}
      />
      <Button type="submit">Load with this note</Button>
    </form>
  )
}
