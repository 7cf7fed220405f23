import type { Indicator, IndicatorText } from '../../shared/model/framework.ts'
import type { VersionDecision } from '../../shared/model/versions.ts'
import type { Found } from './likeness.ts'

/** An indicator that nobody has decided about, with the known ones that it may be. */
export interface OpenMatch {
  readonly text: IndicatorText
  readonly found: readonly Found<Indicator>[]
}

/** A title that is this much alike is a rewording of the other and no part of it. */
const NEARLY_THE_SAME = 0.9

/**
 * What to suggest for each: the known one that it is most alike, each given once and the most alike first;
 * a split where several are like one and none is nearly the same, or where one was split already; else that
 * it is new.
 */
export function suggestMatches(
  open: readonly OpenMatch[],
  least: number,
  alreadySplit: ReadonlySet<string>,
): ReadonlyMap<IndicatorText, VersionDecision> {
  const suggestions = new Map<IndicatorText, VersionDecision>()
  for (const { text, origin } of partsOfSplits(open, least, alreadySplit)) {
    suggestions.set(text, { code: text.code, means: 'split', indicator: origin })
  }
  const taken = new Set<string>()
  const pairs = open
    .filter(({ text }) => !suggestions.has(text))
    .flatMap(({ text, found }) => found.map(each => ({ text, ...each })))
    .filter(({ likeness }) => likeness >= least)
    .toSorted((a, b) => b.likeness - a.likeness)
  for (const { text, item } of pairs) {
    if (suggestions.has(text) || taken.has(item.id)) continue
    suggestions.set(text, { code: text.code, means: 'same', indicator: item.id })
    taken.add(item.id)
  }
  return suggestions
}

/** Indicators that are all most like one known indicator, though none of them is nearly the same. */
function partsOfSplits(
  open: readonly OpenMatch[],
  least: number,
  alreadySplit: ReadonlySet<string>,
) {
  const parts = new Map<string, { readonly text: IndicatorText; readonly likeness: number }[]>()
  for (const { text, found } of open) {
    const [best] = found
    if (best === undefined || best.likeness < least) continue
    const part = { text, likeness: best.likeness }
    const others = parts.get(best.item.id)
    if (others) others.push(part)
    else parts.set(best.item.id, [part])
  }
  return [...parts]
    .filter(([origin, texts]) => texts.length > 1 || alreadySplit.has(origin))
    .filter(([, texts]) => texts.every(({ likeness }) => likeness < NEARLY_THE_SAME))
    .flatMap(([origin, texts]) => texts.map(({ text }) => ({ text, origin })))
}
