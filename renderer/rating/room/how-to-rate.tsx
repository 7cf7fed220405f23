import { howToRate } from '../../../shared/messages/help/participant.ts'
import { GuideParts } from '../../help/guide-parts.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'

/** The card for whoever rates, over the page: they have no other pages to go to. */
export function HowToRate({ onClose }: { readonly onClose: () => void }) {
  const { help } = useWords()
  return (
    <Dialog title={help.title} isOpen onClose={onClose} size="wide">
      <GuideParts parts={howToRate(help)} />
    </Dialog>
  )
}
