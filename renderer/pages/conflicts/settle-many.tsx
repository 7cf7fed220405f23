import { counted } from '../../../shared/messages/figures.ts'
import { clocksWords } from '../../../shared/messages/packages.ts'
import type { DecisionNote } from '../../../shared/model/conflict.ts'
import { useQuery } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { type ManyToSettle, type Resolving, staysOpen } from './use-resolving.ts'

interface NoteFieldsProps {
  readonly note: DecisionNote
  readonly onChange: (note: DecisionNote) => void
}

/** The persons who decide, and their reason: kept with the settlements, for whoever asks later. */
export function NoteFields({ note, onChange }: NoteFieldsProps) {
  return (
    <>
      <TextField
        label="Who decides (optional)"
        description="Initials or a role are enough."
        maxLength={200}
        value={note.decidedBy}
        onChange={decidedBy => onChange({ ...note, decidedBy })}
      />
      <TextField
        label="Why (optional)"
        description="About the choice, not about the person: it stays if they withdraw."
        maxLength={400}
        value={note.reason}
        onChange={reason => onChange({ ...note, reason })}
      />
    </>
  )
}

interface SettleManyDialogProps extends NoteFieldsProps {
  readonly many: ManyToSettle
  readonly resolving: Pick<Resolving, 'rehearse' | 'settleMany'>
  readonly onClose: () => void
}

/** Says what a way would decide, and has it decide once somebody says so. */
export function SettleManyDialog(props: SettleManyDialogProps) {
  const { many, resolving, note, onChange, onClose } = props
  const { answer } = useQuery(many.title, () => resolving.rehearse(many))
  const settled = answer.state === 'ready' ? answer.value.settled : 0
  return (
    <Dialog
      title={many.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={settled === 0}
            onPress={() => {
              resolving.settleMany(many)
              onClose()
            }}
          >
            {settled === 0 ? 'Settle them' : `Settle ${settled}`}
          </Button>
        </>
      }
    >
      {answer.state === 'ready' && (
        <p role="status">
          <strong>{counted(settled, 'conflict', 'conflicts')}</strong> would be settled
          {staysOpen(answer.value)}.{settled > 0 && ' One press takes all of them back.'}
        </p>
      )}
      {answer.state === 'ready' && answer.value.clocks > 0 && (
        <p>{clocksWords(answer.value.clocks)}</p>
      )}
      <NoteFields note={note} onChange={onChange} />
      <ProblemNotice problem={answer.state === 'failed' ? answer.problem.message : null} />
    </Dialog>
  )
}
