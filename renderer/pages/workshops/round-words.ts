import { counted } from '../../../shared/messages/figures.ts'
import type { WorkshopRound } from '../../../shared/model/workshop.ts'

/** The indicators that a round asks for, in words. */
export function askedWords({ indicators }: Pick<WorkshopRound, 'indicators'>): string {
  return indicators === null
    ? 'all indicators'
    : counted(indicators.length, 'indicator', 'indicators')
}
