import { useState } from 'react'
import { openRounds, type ParticipantProgress } from '../../../../shared/model/workshop.ts'
import { useRounds } from '../../../data/rounds.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { ChooseRound } from '../choose-round.tsx'

interface AskAgainDialogProps {
  readonly participant: ParticipantProgress
  readonly onClose: () => void
}

/** Opens a round once more for one person who has finished it or was not asked for it. */
export function AskAgainDialog({ participant, onClose }: AskAgainDialogProps) {
  const { id, name, workshop } = participant
  const client = useClient()
  const workbook = useWorkbookId()
  const isDone = participant.standing === 'finished' || participant.standing === 'excused'
  const [round, setRound] = useState(isDone ? participant.round : participant.round - 1)
  const { answer } = useRounds(workshop)
  const { isDoing, problem, run } = useAction()
  const open = answer.state === 'ready' ? openRounds(answer.value) : []
  const isShut = answer.state === 'ready' && !open.some(one => one.round === round)
  const ask = () =>
    run(async () => {
      await client.round.mark({ workbook, participant: id, round, standing: 'asked' })
      onClose()
    })
  return (
    <Dialog
      title={`Ask ${name} again?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} isDisabled={isShut} onPress={ask}>
            Ask for round {round} again
          </Button>
        </>
      }
    >
      <p>
        Round {round} is open to {name} once more, until they press Finish again. What they answered
        is kept, and they can change it.
      </p>
      {isShut && <p>Round {round} is closed. Open it again first.</p>}
      <ChooseRound rounds={open} round={round} onChoose={setRound} />
      <ProblemNotice heading="That was not saved" problem={problem} />
    </Dialog>
  )
}
