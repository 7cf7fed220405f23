import { type FormEvent, useState } from 'react'
import { FIELD_NAMES } from '../../../shared/messages/check.ts'
import type { CheckChoices, CheckIssue, FrameworkField } from '../../../shared/model/check.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { loadWithNote } from './choices.ts'
import styles from './settle-panel.module.css'

interface NoteFormProps {
  readonly cell: string
  /** What the cell holds now. */
  readonly text: string
  /** What the cell's column is taken for. */
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

/** Whether the indicator can be loaded with the problem, once a note says what it was. */
export const canBeNoted = (issue: CheckIssue, field: FrameworkField): boolean =>
  issue.severity === 'warning' || (ABOUT_TEXT.includes(issue.code) && !REQUIRED.includes(field))

/** Loads the indicator all the same, with a note; what cannot be loaded is left blank. */
export function NoteForm(props: NoteFormProps) {
  const { cell, field, issue, choices, onChange } = props
  const leavesBlank = issue.severity === 'error'
  const [text, setText] = useState(leavesBlank ? `${FIELD_NAMES[field]}: ${props.text.trim()}` : '')
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
