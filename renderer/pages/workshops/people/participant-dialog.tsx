import { useState } from 'react'
import { assertNever } from '../../../../shared/assert-never.ts'
import type {
  NamedParticipant,
  ParticipantProgress,
  Workshop,
} from '../../../../shared/model/workshop.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { MoreIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { type Option, RadioGroup } from '../../../ui/input/choice.tsx'
import { ActionMenu } from '../../../ui/input/menu.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { AskAgainDialog } from './ask-again-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { NewWordsDialog } from './new-words-dialog.tsx'
import { TestDialog } from './test-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface ParticipantDialogProps {
  readonly workshop: Workshop
  readonly action: ParticipantAction
  readonly participant: ParticipantProgress
  readonly onClose: () => void
}

/** The sheet for what was chosen about one participant. */
export function ParticipantDialog(props: ParticipantDialogProps) {
  const { workshop, action, participant, onClose } = props
  switch (action) {
    case 'correct':
      return <CorrectDialog participant={participant} workshop={workshop} onClose={onClose} />
    case 'again':
      return <AskAgainDialog participant={participant} onClose={onClose} />
    case 'link':
      return <LinkDialog participant={participant} onClose={onClose} />
    case 'withdraw':
      return <WithdrawDialog participant={participant} onClose={onClose} />
    case 'words':
      return <NewWordsDialog participant={participant} onClose={onClose} />
    case 'test':
      return <TestDialog participant={participant} onClose={onClose} />
    default:
      return assertNever(action)
  }
}

/** An action of a facilitator on one participant, beside opening their answers. */
export type ParticipantAction = 'again' | 'correct' | 'link' | 'words' | 'test' | 'withdraw'

const AGAIN: readonly Option<ParticipantAction>[] = [{ value: 'again', label: 'Ask them again…' }]

const actionsOn = ({
  isTest,
  standing,
  round,
}: ParticipantProgress): readonly Option<ParticipantAction>[] => [
  ...(standing === 'finished' || standing === 'excused' || round > 1 ? AGAIN : []),
  { value: 'correct', label: 'Correct code or group…' },
  { value: 'link', label: 'Same person as another…' },
  { value: 'words', label: 'They lost their four words…' },
  { value: 'test', label: isTest ? 'Not a test after all…' : 'Only a test…' },
  { value: 'withdraw', label: 'Delete at their wish…' },
]

interface ParticipantMenuProps {
  readonly participant: ParticipantProgress
  readonly onAction: (action: ParticipantAction, participant: ParticipantProgress) => void
}

/** The small menu at the end of a participant's row. */
export function ParticipantMenu({ participant, onAction }: ParticipantMenuProps) {
  return (
    <ActionMenu
      label={`More about ${participant.name}`}
      icon={<MoreIcon />}
      actions={actionsOn(participant)}
      onAction={action => onAction(action, participant)}
    />
  )
}

interface CorrectDialogProps {
  readonly participant: NamedParticipant
  readonly workshop: Workshop
  readonly onClose: () => void
}

const CODE_LIMIT = 40

/** Puts a wrong code or group right; what was said before stays in the history. */
function CorrectDialog({ participant, workshop, onClose }: CorrectDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [code, setCode] = useState(participant.code)
  const [group, setGroup] = useState(participant.group)
  const { isDoing, problem, setProblem, run } = useAction()
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
      title={`Correct ${participant.name}`}
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
