import { useState } from 'react'
import { closingWords, standingsWords } from '../../../shared/messages/rounds.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { Loaded } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'

interface CloseRoundProps {
  readonly workshop: string
  readonly round: number
  readonly variant?: 'primary' | 'secondary' | 'quiet'
}

/** A button that closes a round in one confirmed step, which says who has not finished it. */
export function CloseRound({ variant = 'secondary', ...about }: CloseRoundProps) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button variant={variant} onPress={() => setIsAsking(true)}>
        Close round {about.round}
      </Button>
      {isAsking && <Confirm {...about} onClose={() => setIsAsking(false)} />}
    </>
  )
}

type ConfirmProps = Omit<CloseRoundProps, 'variant'> & { readonly onClose: () => void }

function Confirm({ workshop, round, onClose }: ConfirmProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { problem, run } = useAction()
  const key = { workbook, workshop, round }
  const { answer, retry } = useQuery(`${workshop} ${round}`, () => client.round.standings(key))
  const close = () =>
    run(async () => {
      await client.round.close({ ...key, closed: true })
      onClose()
    })
  return (
    <Dialog
      title={`Close round ${round}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={close}>
            Close round {round}
          </Button>
        </>
      }
    >
      <Loaded from={answer} what="who has finished" onRetry={retry}>
        {people => (
          <>
            <p>{standingsWords(people)}</p>
            <p>{closingWords(people)}</p>
          </>
        )}
      </Loaded>
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
