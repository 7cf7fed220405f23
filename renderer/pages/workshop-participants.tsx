import type { ParticipantProgress } from '../../shared/model/workshop.ts'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type ParticipantAction, ParticipantMenu } from './people/participant-menu.tsx'
import styles from './workshop-participants.module.css'
import { isDone } from './workshop-people.ts'

/** Who is listed, and what may be done about each. */
export interface WorkshopParticipantsProps {
  readonly participants: readonly ParticipantProgress[]
  readonly onOpen: (participant: ParticipantProgress) => void
  readonly onAction: (action: ParticipantAction, participant: ParticipantProgress) => void
}

const columnsWith = ({
  onOpen,
  onAction,
}: Omit<WorkshopParticipantsProps, 'participants'>): readonly Column<ParticipantProgress>[] => [
  {
    id: 'code',
    heading: 'Code',
    cell: ({ code }) => <strong>{code}</strong>,
    sortBy: ({ code }) => code,
    isRowHeading: true,
    width: '6rem',
  },
  { id: 'group', heading: 'Group', cell: ({ group }) => group, sortBy: ({ group }) => group },
  {
    id: 'progress',
    heading: 'Progress',
    cell: ({ rated, indicators }) => (
      <ProgressBar
        label="Rated"
        value={rated}
        total={indicators}
        words={`${rated} of ${indicators}`}
      />
    ),
    sortBy: ({ rated }) => rated,
    width: '40%',
  },
  {
    id: 'open',
    heading: 'Answers',
    cell: participant => (
      <span className={styles.doings}>
        <Button onPress={() => onOpen(participant)}>
          {isDone(participant) ? 'Look again' : 'Continue'}
          <VisuallyHidden> as {participant.code}</VisuallyHidden>
        </Button>
        <ParticipantMenu participant={participant} onAction={onAction} />
      </span>
    ),
    align: 'end',
  },
]

/** The participants of a workshop: codes and progress, and nothing of what they answered. */
export function WorkshopParticipants({ participants, ...doings }: WorkshopParticipantsProps) {
  return (
    <Table
      caption="Participants"
      columns={columnsWith(doings)}
      rows={participants}
      rowKey={({ id }) => id}
    />
  )
}
