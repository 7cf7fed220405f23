import type { WorkshopRound } from '../../../shared/model/workshop.ts'
import { Select } from '../../ui/input/choice.tsx'
import { askedWords } from './round-words.ts'

interface ChooseRoundProps {
  readonly rounds: readonly WorkshopRound[]
  readonly round: number
  readonly onChoose: (round: number) => void
}

/** Chooses one of the rounds; nothing where there is only one. */
export function ChooseRound({ rounds, round, onChoose }: ChooseRoundProps) {
  if (rounds.length < 2) return null
  return (
    <Select
      label="Round"
      options={rounds.map(one => ({
        value: String(one.round),
        label: `Round ${one.round}: ${askedWords(one)}`,
      }))}
      value={String(round)}
      onChange={value => onChoose(Number(value))}
    />
  )
}
