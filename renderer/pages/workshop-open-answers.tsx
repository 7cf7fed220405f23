import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ParticipantProgress } from '../../shared/model/workshop.ts'
import { useDesk } from '../rating/rating-context.tsx'
import { openRounds } from '../rating/rounds.ts'
import { routes } from '../routes.ts'
import { useWorkbookId } from '../stores/workbook-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { askedWords } from './rounds/round-words.ts'
import { useRounds } from './rounds/use-rounds.ts'

interface OpenAnswersProps {
  /** Whose answers are about to be opened; null while nobody's are. */
  readonly participant: ParticipantProgress | null
  readonly onClose: () => void
}

interface ChooseRoundProps {
  readonly workshop: string
  /** Null for the latest. */
  readonly round: number | null
  readonly onChoose: (round: number) => void
}

/** Which round to open; nothing where there is only one. */
function ChooseRound({ workshop, round, onChoose }: ChooseRoundProps) {
  const { answer } = useRounds(workshop)
  const open = answer.state === 'ready' ? openRounds(answer.value) : []
  const chosen = round ?? open.at(-1)?.round
  if (open.length < 2 || chosen === undefined) return null
  return (
    <Select
      label="Round"
      options={open.map(one => ({
        value: String(one.round),
        label: `Round ${one.round}: ${askedWords(one)}`,
      }))}
      value={String(chosen)}
      onChange={value => onChoose(Number(value))}
    />
  )
}

/** Asks before a participant's answers come on screen, as only that person should see them. */
export function OpenAnswers({ participant, onClose }: OpenAnswersProps) {
  const desk = useDesk()
  const workbook = useWorkbookId()
  const [, navigate] = useLocation()
  const [round, setRound] = useState<number | null>(null)
  if (participant === null) return null
  const { id, code, workshop } = participant
  const open = () => {
    desk.admit(id)
    navigate(routes.rate(workbook, workshop, id, round ?? undefined))
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
      <ChooseRound workshop={workshop} round={round} onChoose={setRound} />
    </Dialog>
  )
}
