import type { WorkshopRound } from '../../../shared/model/rounds.ts'
import { openRounds } from '../../rating/rounds.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { DiscussedIndicator } from './read-discussion.ts'

interface RateAgainProps {
  readonly shown: DiscussedIndicator
  readonly rounds: readonly WorkshopRound[]
  readonly onPress: () => void
}

/** Has an indicator rated again, and says so while people have still to do it. */
export function RateAgain({ shown, rounds, onPress }: RateAgainProps) {
  const latest = openRounds(rounds).at(-1)
  const { id } = shown.item.indicator
  const isAsked =
    latest !== undefined &&
    latest.round > shown.round &&
    (latest.indicators === null || latest.indicators.includes(id))
  if (isAsked) return <Tag tone="accent">To be rated again in round {latest.round}</Tag>
  return <Button onPress={onPress}>Rate again</Button>
}
