import { useLocation } from 'wouter'
import type { ParticipantProgress } from '../../shared/model/workshop.ts'
import { useDesk } from '../rating/rating-context.tsx'
import { routes } from '../routes.ts'
import { useWorkbookId } from '../stores/workbook-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface OpenAnswersProps {
  /** Whose answers are about to be opened; null while nobody's are. */
  readonly participant: ParticipantProgress | null
  readonly onClose: () => void
}

/** Asks before a participant's answers come on screen, as only that person should see them. */
export function OpenAnswers({ participant, onClose }: OpenAnswersProps) {
  const desk = useDesk()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  if (participant === null) return null
  const { id, code, workshop } = participant
  const open = () => {
    desk.admit(id)
    navigate(routes.rate(workbook, workshop, id))
  }
  return (
    <Dialog
      title={`Open the answers of ${code}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={open}>
            Open as {code}
          </Button>
        </>
      }
    >
      <p>
        What {code} wrote comes on the screen. Please open it only when {code} has the laptop; they
        go on where they left off, and press Finish when they are done.
      </p>
    </Dialog>
  )
}
