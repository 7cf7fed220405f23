import { useState } from 'react'
import type { EngineClient } from '../../../shared/host.ts'
import { type DiscussionItem, discussionOrder } from '../../../shared/model/discussion.ts'
import { hiddenFigures } from '../../../shared/model/hidden-figures.ts'
import {
  ENOUGH_ANSWERS,
  type IndicatorResult,
  type Results,
  type ResultsScope,
  type WhoMoved,
} from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { WorkshopRound } from '../../../shared/model/workshop.ts'
import { type Problem, problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { type Query, useQuery } from '../../data/use-query.ts'
import { useResults, useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'

type MovesOfIndicator = WhoMoved['indicators'][number]['criteria']

/** An indicator as a room looks at it: its latest results, and who moved to them. */
export interface DiscussedIndicator {
  readonly item: DiscussionItem
  /** The latest round in which anybody rated it. */
  readonly round: number
  /** From which round people moved, and how; null where it was rated in one round only. */
  readonly moved: { readonly from: number; readonly criteria: MovesOfIndicator } | null
  /** Tests whether too few people are behind a figure to show it to a room; a null group is everyone. */
  readonly isHidden: (criterion: Criterion, group: string | null) => boolean
}

/** All that a room needs to talk: what is next, what was talked about, and what is to be rated again. */
export interface Discussion {
  readonly indicators: readonly DiscussedIndicator[]
  readonly discussed: ReadonlySet<string>
  /** The indicators that are collected to be rated again. */
  readonly collected: ReadonlySet<string>
  readonly rounds: readonly WorkshopRound[]
}

interface RoundResults {
  readonly round: number
  readonly results: Results
  readonly moved: WhoMoved | null
}

/** Reads a workshop's discussion by the rule that the results page has chosen. */
async function readDiscussion(
  client: EngineClient,
  workbook: string,
  workshop: string,
  { rule, quantile }: Pick<ResultsScope, 'rule' | 'quantile'>,
): Promise<Discussion> {
  const [rounds, discussed, collected] = await Promise.all([
    client.round.list({ workbook, workshop }),
    client.discussion.discussed({ workbook, workshop }),
    client.round.collected({ workbook, workshop }),
  ])
  const scope = {
    workbook,
    workshops: [workshop],
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
  return {
    rounds,
    discussed: new Set(discussed),
    collected: new Set(collected),
    indicators: latestOf(byRound),
  }
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

/** A workshop's discussion, which follows what is rated, opened and marked. */
export function useDiscussion(workshop: string): Query<Discussion> {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const about = useWorkbook(({ revision }) =>
    [revision.ratings, revision.participants, revision.rounds, revision.discussion].join(' '),
  )
  return useQuery(`${workshop} ${about}`, () => readDiscussion(client, workbook, workshop, scope))
}

/** The actions of a facilitator on an indicator in front of the room. */
export function useDiscussionActions(workshop: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [problem, setProblem] = useState<Problem | null>(null)
  const doing = (work: Promise<unknown>) => {
    setProblem(null)
    work.catch((error: unknown) => setProblem(problemOf(error)))
  }
  return {
    problem,
    mark: (indicator: string, discussed: boolean) =>
      doing(client.discussion.mark({ workbook, workshop, indicator, discussed })),
    collect: (indicator: string, collected: boolean) =>
      doing(client.round.collect({ workbook, workshop, indicator, collected })),
  }
}
