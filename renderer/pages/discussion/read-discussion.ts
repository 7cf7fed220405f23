import type { EngineClient } from '../../../shared/host.ts'
import { type DiscussionItem, discussionOrder } from '../../../shared/model/discussion-order.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/few-answers.ts'
import { hiddenFigures } from '../../../shared/model/hidden-figures.ts'
import type { WhoMoved } from '../../../shared/model/moves.ts'
import type { IndicatorResult, Results, ResultsScope } from '../../../shared/model/results.ts'
import type { WorkshopRound } from '../../../shared/model/rounds.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'

type MovesOfIndicator = WhoMoved['indicators'][number]['criteria']

/** An indicator as a room looks at it: its latest results, and who moved to them. */
export interface DiscussedIndicator {
  readonly item: DiscussionItem
  /** The latest round in which anybody rated it. */
  readonly round: number
  /** From which round people moved, and how; null where it was rated in one round only. */
  readonly moved: { readonly from: number; readonly criteria: MovesOfIndicator } | null
  /** Whether so few people are behind a figure that a room must not see it; a null group is everyone. */
  readonly isHidden: (criterion: Criterion, group: string | null) => boolean
}

/** All that a room needs to talk: what is next, what was talked about, and what is rated again. */
export interface Discussion {
  readonly indicators: readonly DiscussedIndicator[]
  readonly discussed: ReadonlySet<string>
  readonly rounds: readonly WorkshopRound[]
}

interface RoundResults {
  readonly round: number
  readonly results: Results
  readonly moved: WhoMoved | null
}

/** Reads a workshop's discussion by the rule that the results page has chosen. */
export async function readDiscussion(
  client: EngineClient,
  workbook: string,
  workshop: string,
  { rule, quantile }: Pick<ResultsScope, 'rule' | 'quantile'>,
): Promise<Discussion> {
  const [rounds, discussed] = await Promise.all([
    client.round.list({ workbook, workshop }),
    client.discussion.discussed({ workbook, workshop }),
  ])
  const scope = {
    ...{ workbook, workshops: [workshop] },
    ...(rule && { rule }),
    ...(quantile && { quantile }),
  }
  const rated = rounds.filter(({ round, answered }) => round === 1 || answered > 0)
  const byRound = await Promise.all(
    rated.map(async ({ round }, index): Promise<RoundResults> => {
      const from = rated[index - 1]?.round
      const [results, moved] = await Promise.all([
        client.results.get({ ...scope, round }),
        from === undefined ? null : client.results.moved({ ...scope, from, to: round }),
      ])
      return { round, results, moved }
    }),
  )
  return { rounds, discussed: new Set(discussed), indicators: latestOf(byRound) }
}

const wasRated = ({ criteria }: IndicatorResult): boolean =>
  CRITERIA.some(criterion => {
    const { n, dontKnow, notApplicable } = criteria[criterion]
    return n + dontKnow + notApplicable > 0
  })

/** Each indicator as its latest round has it, in the order in which to talk about them. */
function latestOf(byRound: readonly RoundResults[]): readonly DiscussedIndicator[] {
  const latest = new Map<string, RoundResults>()
  for (const one of byRound) {
    for (const indicator of one.results.indicators) {
      if (wasRated(indicator)) latest.set(indicator.id, one)
    }
  }
  const first = byRound[0]?.results.indicators ?? []
  const newest = first.flatMap(
    ({ id }) => latest.get(id)?.results.indicators.find(each => each.id === id) ?? [],
  )
  const hidden = new Map(
    byRound.map(({ round, results }) => [round, hiddenFigures(results, ENOUGH_ANSWERS)]),
  )
  return discussionOrder(newest).map(item => {
    const { id } = item.indicator
    const round = latest.get(id)?.round ?? 1
    const { moved } = latest.get(id) ?? {}
    const criteria = moved?.indicators.find(each => each.id === id)?.criteria
    return {
      item,
      round,
      moved: moved && criteria ? { from: moved.from, criteria } : null,
      isHidden: (criterion, group) => hidden.get(round)?.has(id, criterion, group) ?? false,
    }
  })
}
