import { useState } from 'react'
import type { ParticipantProgress } from '../../../../shared/model/workshop.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { Phrase } from '../../../rating/coming-in/four-words.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'

interface NewWordsDialogProps {
  readonly participant: ParticipantProgress
  readonly onClose: () => void
}

/** Gives a person other words for those that they lost. They are for that person's eyes, who has the laptop. */
export function NewWordsDialog({ participant: { id, name }, onClose }: NewWordsDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [words, setWords] = useState<string | null>(null)
  const { isDoing, problem, run } = useAction()
  const replace = () =>
    run(async () => {
      const made = await client.person.replaceWords({ workbook, participant: id })
      setWords(made.words)
    })
  if (words !== null) return <MadeWordsDialog name={name} words={words} onClose={onClose} />
  return (
    <Dialog
      title={`New four words for ${name}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={replace}>
            Show new words
          </Button>
        </>
      }
    >
      <p>
        Nobody can look up the words that {name} had. New ones take their place, and the old ones
        stop working. Please give the laptop to {name} first: the new words are for them alone.
      </p>
      <ProblemNotice heading="There are no new words" problem={problem} />
    </Dialog>
  )
}

interface MadeWordsDialogProps {
  readonly name: string
  readonly words: string
  readonly onClose: () => void
}

function MadeWordsDialog({ name, words, onClose }: MadeWordsDialogProps) {
  return (
    <Dialog
      title={`${name}: your new four words`}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          I have written them down
        </Button>
      }
    >
      <Phrase words={words} />
      <p>Write them down or take a photo: they are not shown again.</p>
    </Dialog>
  )
}
