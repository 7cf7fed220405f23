import { assertNever } from '../../../shared/assert-never.ts'
import type { ParticipantProgress, Workshop } from '../../../shared/model/workshop.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import type { ParticipantAction } from './participant-menu.tsx'
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
    case 'link':
      return <LinkDialog participant={participant} onClose={onClose} />
    case 'withdraw':
      return (
        <WithdrawDialog participant={participant.id} code={participant.code} onClose={onClose} />
      )
    default:
      return assertNever(action)
  }
}
