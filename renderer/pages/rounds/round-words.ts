import type { WorkshopRound } from '../../../shared/model/rounds.ts'
import { formatCount } from '../../format.ts'

/** What a round asks for, in words. */
export function askedWords({ indicators }: Pick<WorkshopRound, 'indicators'>): string {
  if (indicators === null) return 'all indicators'
  return indicators.length === 1 ? '1 indicator' : `${formatCount(indicators.length)} indicators`
}

/** How many people have rated in a round, in words. */
export function answeredWords({ answered }: Pick<WorkshopRound, 'answered'>): string {
  if (answered === 0) return 'nobody has rated yet'
  return answered === 1 ? '1 person has rated' : `${formatCount(answered)} people have rated`
}
