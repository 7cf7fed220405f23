import type { ParticipantProgress } from '../../../shared/model/workshop.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import type { Option } from '../../ui/select.tsx'

/** What a facilitator can do about one participant, beside opening their answers. */
export type ParticipantAction = 'correct' | 'link' | 'withdraw'

const ACTIONS: readonly Option<ParticipantAction>[] = [
  { value: 'correct', label: 'Correct code or group…' },
  { value: 'link', label: 'Same person as another…' },
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
      label={`More about ${participant.code}`}
      icon={<MoreIcon />}
      actions={ACTIONS}
      onAction={action => onAction(action, participant)}
    />
  )
}
