import type { Indicator } from '../../../../shared/model/framework.ts'
import type { DataType, Status } from '../../../../shared/model/vocabulary.ts'

/** An expected outcome with the indicators that are evidence for it; its title may be empty. */
export interface OutcomeNode {
  readonly title: string
  readonly indicators: readonly Indicator[]
}

/** A section with what it holds, in the order of the file. */
export interface SectionNode {
  readonly path: readonly string[]
  readonly sections: readonly SectionNode[]
  readonly outcomes: readonly OutcomeNode[]
  /** The number of indicators in it, those of its sections included. */
  readonly count: number
}

/** Groups things by a key, in the order in which the keys first come. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return [...groups]
}

/** The sections below a path, each with its outcomes and indicators. */
export function sectionsOf(
  indicators: readonly Indicator[],
  path: readonly string[] = [],
): readonly SectionNode[] {
  const depth = path.length
  const deeper = indicators.filter(indicator => indicator.section.length > depth)
  return grouped(deeper, indicator => indicator.section[depth] ?? '').map(([title, within]) => {
    const here = within.filter(indicator => indicator.section.length === depth + 1)
    const place = [...path, title]
    return {
      path: place,
      sections: sectionsOf(within, place),
      outcomes: grouped(here, indicator => indicator.outcome).map(([outcome, evidence]) => ({
        title: outcome,
        indicators: evidence,
      })),
      count: within.length,
    }
  })
}

/** A text that identifies a section. */
export const keyOf = (section: SectionNode): string => section.path.join(' › ')

/** The keys of these sections and of all within them. */
export const allKeys = (sections: readonly SectionNode[]): readonly string[] =>
  sections.flatMap(section => [keyOf(section), ...allKeys(section.sections)])

/** The keys of the sections around an indicator, outermost first; none when it is not there. */
export function keysTo(sections: readonly SectionNode[], code: string): readonly string[] {
  return sections.flatMap(section => {
    const inner = keysTo(section.sections, code)
    const isHere = section.outcomes.some(({ indicators }) =>
      indicators.some(indicator => indicator.code === code),
    )
    return isHere || inner.length > 0 ? [keyOf(section), ...inner] : []
  })
}

/** The criteria that narrow down the list of indicators. */
export interface FrameworkFilter {
  readonly search: string
  readonly dataType: DataType | 'any'
  readonly status: Status | 'any'
}

/** Everything is let through. */
export const NO_FILTER: FrameworkFilter = { search: '', dataType: 'any', status: 'any' }

/** Tests whether the filter leaves anything out. */
export const isNarrowed = ({ search, dataType, status }: FrameworkFilter): boolean =>
  search.trim() !== '' || dataType !== 'any' || status !== 'any'

const wordsOf = (indicator: Indicator): string =>
  [
    indicator.code,
    indicator.title,
    indicator.definition,
    indicator.easyRead,
    indicator.outcome,
    ...indicator.section,
  ]
    .join(' ')
    .toLowerCase()

/** Tests whether an indicator passes the filter: every word of the search is somewhere in it. */
export function passes(indicator: Indicator, filter: FrameworkFilter): boolean {
  const words = wordsOf(indicator)
  return (
    (filter.dataType === 'any' || indicator.dataType === filter.dataType) &&
    (filter.status === 'any' || indicator.status === filter.status) &&
    filter.search
      .toLowerCase()
      .split(/\s+/)
      .every(word => words.includes(word))
  )
}
