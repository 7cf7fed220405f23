import type { ParticipantProgress } from '../../../../shared/model/workshop.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'

interface TestDialogProps {
  readonly participant: ParticipantProgress
  readonly onClose: () => void
}

/** Marks a participant as a test, or takes the mark back. */
export function TestDialog({ participant: { id, name, isTest }, onClose }: TestDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useAction()
  const mark = () =>
    run(async () => {
      await client.person.markTest({ workbook, participant: id, test: !isTest })
      onClose()
    })
  return (
    <Dialog
      title={isTest ? `Count ${name} again?` : `Is ${name} only a test?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={mark}>
            {isTest ? 'Count them again' : 'It is only a test'}
          </Button>
        </>
      }
    >
      <p>
        {isTest
          ? 'Their answers count again in results, comments, exports and progress.'
          : 'Nothing is deleted. Their answers are left out of results, comments, exports and progress, on every laptop, until you say otherwise here.'}
      </p>
      <ProblemNotice heading="That was not saved" problem={problem} />
    </Dialog>
  )
}
