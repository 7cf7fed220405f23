import { counted } from '../../../../shared/messages/figures.ts'
import type { FrameworkVersion } from '../../../../shared/model/framework.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'

interface UseVersionDialogProps {
  readonly version: FrameworkVersion
  readonly onClose: () => void
}

/** Asks once more before another version of the framework is used, and says what that changes. */
export function UseVersionDialog({ version, onClose }: UseVersionDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { problem, run } = useAction()
  const { hash, number, indicators, ratings } = version
  const use = () =>
    run(async () => {
      await client.version.use({ workbook, hash })
      onClose()
    })
  return (
    <Dialog
      title={`Use version ${number}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={use}>
            Use version {number}
          </Button>
        </>
      }
    >
      <p>
        From now on people rate its {counted(indicators, 'indicator', 'indicators')}, in its words.{' '}
        {ratings > 0 && `${counted(ratings, 'rating has', 'ratings have')} seen them already. `}
        Nothing is lost: every rating stays with the words that it saw, and the version that is in
        use now can be used again.
      </p>
      <p>The choice goes along in packages, and other laptops are asked before they follow it.</p>
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
