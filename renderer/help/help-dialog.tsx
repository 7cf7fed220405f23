import { useLocation } from 'wouter'
import { findTopic, type Topic } from '../../shared/messages/help/guides.ts'
import { routes } from '../app/routes.ts'
import { Button } from '../ui/input/button.tsx'
import { Dialog } from '../ui/layout/dialog.tsx'
import { GuideParts } from './guide-parts.tsx'

interface HelpDialogProps {
  readonly topic: Topic
  readonly onClose: () => void
}

/** The section of a guide that fits a page, over that page, so that nothing on it is lost. */
export function HelpDialog({ topic, onClose }: HelpDialogProps) {
  const [, go] = useLocation()
  const found = findTopic(topic)
  if (!found) return null
  const { guide, section } = found
  return (
    <Dialog
      title={section.title}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <Button
          onPress={() => {
            // Closed before its page is left, as it would take the focus back from the next one.
            onClose()
            go(routes.help(guide.id, section.id))
          }}
        >
          The whole guide
        </Button>
      }
    >
      <GuideParts parts={section.parts} />
    </Dialog>
  )
}
