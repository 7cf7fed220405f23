import { useState } from 'react'
import type { Participant, Workshop } from '../../../shared/model/workshop.ts'
import { useClient } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDoing } from './use-doing.ts'

interface CorrectDialogProps {
  readonly participant: Participant
  readonly workshop: Workshop
  readonly onClose: () => void
}

const CODE_LIMIT = 40

/** Puts a wrong code or group right; what was said before stays in the history. */
export function CorrectDialog({ participant, workshop, onClose }: CorrectDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [code, setCode] = useState(participant.code)
  const [group, setGroup] = useState(participant.group)
  const { isDoing, problem, setProblem, run } = useDoing()
  const groups = [...new Set([participant.group, ...workshop.groups])]
  const save = () => {
    if (code.trim() === '') return setProblem('Give the participant a code.')
    return run(async () => {
      await client.person.correct({ workbook, participant: participant.id, code, group })
      onClose()
    })
  }
  return (
    <Dialog
      title={`Correct ${participant.code}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={save}>
            {isDoing ? 'Saving…' : 'Save the correction'}
          </Button>
        </>
      }
    >
      <TextField
        label="Code"
        value={code}
        onChange={setCode}
        maxLength={CODE_LIMIT}
        error={problem}
        description="A code, never a name."
      />
      <RadioGroup
        label="Group"
        options={groups.map(value => ({ value, label: value }))}
        value={group}
        onChange={setGroup}
      />
    </Dialog>
  )
}
