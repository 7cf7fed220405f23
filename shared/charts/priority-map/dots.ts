import { disagreementPlace } from '../../model/disagreement-order.ts'
import type { DisagreementKind, IndicatorResult, Priority } from '../../model/results.ts'
import { CRITERIA } from '../../model/vocabulary.ts'
import type { JudgedAxis } from '../judged-value.ts'

/** One indicator on the priority map. */
export interface MapDot {
  readonly id: string
  readonly code: string
  readonly title: string
  /** The values by which the rule judges it. */
  readonly usefulness: number
  readonly usability: number
  /** The smaller of the two criteria's n: both values rest on at least so many. */
  readonly n: number
  /** Of the two criteria's kinds the one that a room has more to say about. */
  readonly kind: DisagreementKind | null
  readonly priority: Priority
  /** It stands where its priority would be a better one, but for another condition of the rule. */
  readonly isHeldBack: boolean
}

/** The dots of the map: each indicator whose two criteria have an answer, in the order given. */
export function mapDots(
  indicators: readonly IndicatorResult[],
  axis: JudgedAxis,
): readonly MapDot[] {
  return indicators.flatMap(indicator => {
    const { id, code, title, criteria, priority } = indicator
    const usefulness = axis.valueOf(criteria.usefulness)
    const usability = axis.valueOf(criteria.usability)
    if (usefulness === null || usability === null || priority === null) return []
    const place = quadrantOf({ usefulness, usability }, axis)
    return [
      {
        ...{ id, code, title, usefulness, usability, priority },
        n: Math.min(...CRITERIA.map(criterion => criteria[criterion].n)),
        kind: moreToSay(indicator),
        isHeldBack: place !== priority,
      },
    ]
  })
}

/** The quadrant in which a dot stands, named by the priority that it would have by its values alone. */
export function quadrantOf(
  { usefulness, usability }: Pick<MapDot, 'usefulness' | 'usability'>,
  { threshold }: JudgedAxis,
): Priority {
  const isUsable = usability >= threshold
  if (usefulness >= threshold) return isUsable ? 'keep' : 'make usable'
  return isUsable ? 'make useful' : 'rethink'
}

function moreToSay({ criteria }: IndicatorResult): DisagreementKind | null {
  const kinds = CRITERIA.flatMap(criterion => criteria[criterion].kind ?? [])
  return (
    kinds.toSorted((one, other) => disagreementPlace(one) - disagreementPlace(other))[0] ?? null
  )
}
