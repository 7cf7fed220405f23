import type { ParticipantProgress } from '../../shared/model/workshop.ts'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { isDone } from './workshop-people.ts'

interface WorkshopParticipantsProps {
  readonly participants: readonly ParticipantProgress[]
  readonly onOpen: (participant: ParticipantProgress) => void
}

const columnsWith = (
  onOpen: WorkshopParticipantsProps['onOpen'],
): readonly Column<ParticipantProgress>[] => [
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
      <Button onPress={() => onOpen(participant)}>
        {isDone(participant) ? 'Look again' : 'Continue'}
        <VisuallyHidden> as {participant.code}</VisuallyHidden>
      </Button>
    ),
    align: 'end',
  },
]

/** The participants of a workshop: codes and progress, and nothing of what they answered. */
export function WorkshopParticipants({ participants, onOpen }: WorkshopParticipantsProps) {
  return (
    <Table
      caption="Participants"
      columns={columnsWith(onOpen)}
      rows={participants}
      rowKey={({ id }) => id}
    />
  )
}
