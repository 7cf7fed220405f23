import { sectionPath } from '../../../shared/messages/framework.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { type Drafts, draftOf, isAnswered } from './drafts.ts'

/** The progress of one indicator: both criteria answered, one of them, or none. */
export type IndicatorState = 'answered' | 'partly' | 'open'

/** The progress of one indicator in these drafts. */
export function indicatorState(indicator: string, drafts: Drafts): IndicatorState {
  const answered = CRITERIA.filter(criterion =>
    isAnswered(draftOf(drafts, { indicator, criterion })),
  ).length
  if (answered === CRITERIA.length) return 'answered'
  return answered === 0 ? 'open' : 'partly'
}

/** The number of indicators that have an answer for each criterion. */
export function ratedCount(indicators: readonly Indicator[], drafts: Drafts): number {
  return indicators.filter(({ id }) => indicatorState(id, drafts) === 'answered').length
}

/** The number of indicators that have an answer for one criterion alone. */
export function halfCount(indicators: readonly Indicator[], drafts: Drafts): number {
  return indicators.filter(({ id }) => indicatorState(id, drafts) === 'partly').length
}

/**
 * The position of the first indicator without both answers, from `from` to the end and then from the
 * start; null when there is none.
 */
export function nextOpen(
  indicators: readonly Indicator[],
  drafts: Drafts,
  from = 0,
): number | null {
  const isOpen = ({ id }: Indicator) => indicatorState(id, drafts) !== 'answered'
  const ahead = indicators.findIndex((indicator, position) => position >= from && isOpen(indicator))
  if (ahead >= 0) return ahead
  const behind = indicators.findIndex(isOpen)
  return behind >= 0 ? behind : null
}

/** An indicator with its position among all, from 0. */
export interface Placed {
  readonly indicator: Indicator
  readonly position: number
}

/** The indicators of one section. */
export interface SectionGroup {
  /** The path of section titles as one text. */
  readonly title: string
  readonly members: readonly Placed[]
}

/** The section of the indicator at a position among all of them, with its place among the sections. */
export function sectionAt(
  groups: readonly SectionGroup[],
  position: number,
): { readonly group: SectionGroup; readonly place: number } | null {
  const place = groups.findIndex(({ members }) => members.some(one => one.position === position))
  const group = groups[place]
  return group === undefined ? null : { group, place }
}

/** The indicators under their sections, each section where it first comes. */
export function bySection(indicators: readonly Indicator[]): readonly SectionGroup[] {
  const groups = new Map<string, Placed[]>()
  for (const [position, indicator] of indicators.entries()) {
    const title = sectionPath(indicator.section)
    const members = groups.get(title) ?? []
    groups.set(title, [...members, { indicator, position }])
  }
  return [...groups].map(([title, members]) => ({ title, members }))
}
