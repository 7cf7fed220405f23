import { useState } from 'react'
import type { WorkshopRound } from '../../../shared/model/workshop.ts'
import { useRounds } from '../../data/rounds.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { Row } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'

interface FacilitatorsFieldProps {
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (text: string) => void
}

/** The field in which somebody notes who facilitates; it says where the note goes. */
export function FacilitatorsField({ value, error, onChange }: FacilitatorsFieldProps) {
  return (
    <TextField
      label="Who facilitates (optional)"
      description="Initials or a role are enough. It goes into packages and exports."
      value={value}
      error={error}
      maxLength={200}
      onChange={onChange}
    />
  )
}

/** The button that notes who facilitated a round, or changes the note. */
export function FacilitatorsButton({ round }: { readonly round: WorkshopRound }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" isFlush onPress={() => setIsOpen(true)}>
        {round.facilitators === '' ? 'Note who facilitates' : 'Change who facilitates'}
        <VisuallyHidden> round {round.round}</VisuallyHidden>
      </Button>
      {isOpen && <NoteDialog round={round} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** The note of a workshop in which nobody has rated yet, so that its rounds are not listed. */
export function FirstFacilitators({ workshop }: { readonly workshop: string }) {
  const { answer } = useRounds(workshop)
  const [first] = answer.state === 'ready' ? answer.value : []
  if (!first) return null
  return (
    <Row gap={[1, 4]} align="center" wrap>
      {first.facilitators !== '' && <span>Facilitated by {first.facilitators}</span>}
      <FacilitatorsButton round={first} />
    </Row>
  )
}

interface NoteDialogProps {
  readonly round: WorkshopRound
  readonly onClose: () => void
}

function NoteDialog({ round: { workshop, round, facilitators }, onClose }: NoteDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [text, setText] = useState(facilitators)
  const { isDoing, problem, run } = useAction()
  const save = () =>
    run(async () => {
      await client.round.noteFacilitators({ workbook, workshop, round, text })
      onClose()
    })
  return (
    <Dialog
      title={`Who facilitates round ${round}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={save}>
            Save
          </Button>
        </>
      }
    >
      <FacilitatorsField value={text} onChange={setText} />
      <p>Leave it empty to have no note. What was noted before stays in the workbook’s history.</p>
      <ProblemNotice heading="That was not saved" problem={problem} />
    </Dialog>
  )
}
