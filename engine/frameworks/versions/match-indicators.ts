import type {
  Indicator,
  IndicatorText,
  MatchCandidate,
  VersionDecision,
  VersionQuestion,
} from '../../../shared/model/framework.ts'
import { plainCode } from '../read/words/codes.ts'
import { type FindLike, type Found, likeAmong, likenessOf } from './likeness.ts'

/** An indicator that some version of the framework has; not `inUse` where the one in use lacks it. */
export interface KnownIndicator extends Indicator {
  readonly inUse: boolean
}

/** The match of an indicator of a changed framework: a known one, or new, perhaps split off from one. */
export interface Match {
  readonly text: IndicatorText
  readonly same: KnownIndicator | null
  readonly splitFrom: KnownIndicator | null
}

/** The match of each indicator, decided or suggested, with the questions left to a person. */
export interface Matching {
  /** In the order of the new framework. */
  readonly matches: readonly Match[]
  readonly questions: readonly VersionQuestion[]
}

/** Titles at least this much alike may be one indicator under another code. */
const LIKE = 0.5

/** A code whose title is less alike than this was perhaps given to something else. */
const REUSED = 0.2

/**
 * Finds which known indicators those of a changed framework are: by what a person decided, else by code, else
 * by the likeness of titles, about which a person is asked. Pure, and the same on every laptop.
 */
export function matchIndicators(
  known: readonly KnownIndicator[],
  texts: readonly IndicatorText[],
  decisions: readonly VersionDecision[] = [],
): Matching {
  const decided = applyDecisions(known, texts, decisions)
  const open = texts.filter(text => !decided.has(text))
  const taken = new Set([...decided.values()].flatMap(({ same }) => same?.id ?? []))
  const free = known.filter(({ id }) => !taken.has(id))
  const { byCode, reused } = matchByCode(free, open)
  const claimed = new Set([...byCode.values()].map(({ id }) => id))
  const asked = ask({
    texts: open.filter(text => !byCode.has(text)),
    among: free.filter(({ id }) => !claimed.has(id)),
    reused,
    alreadySplit: new Set([...decided.values()].flatMap(({ splitFrom }) => splitFrom?.id ?? [])),
  })
  const suggested = applyDecisions(
    known,
    texts,
    asked.map(({ suggested }) => suggested),
  )
  const matchOf = (text: IndicatorText): Match => {
    const same = byCode.get(text)
    const settled = decided.get(text) ?? (same && { text, same, splitFrom: null })
    return settled ?? suggested.get(text) ?? { text, same: null, splitFrom: null }
  }
  return { matches: texts.map(matchOf), questions: asked }
}

/** Applies the decisions about indicators; of two that claim one known indicator, the first wins. */
function applyDecisions(
  known: readonly KnownIndicator[],
  texts: readonly IndicatorText[],
  decisions: readonly VersionDecision[],
): ReadonlyMap<IndicatorText, Match> {
  const byId = new Map(known.map(indicator => [indicator.id, indicator]))
  const byCode = new Map(decisions.map(decision => [plainCode(decision.code), decision]))
  const taken = new Set<string>()
  const decided = new Map<IndicatorText, Match>()
  for (const text of texts) {
    const decision = byCode.get(plainCode(text.code))
    if (decision?.means === 'new') decided.set(text, { text, same: null, splitFrom: null })
    if (decision === undefined || decision.means === 'new') continue
    const meant = byId.get(decision.indicator)
    if (meant === undefined) continue
    if (decision.means === 'split') decided.set(text, { text, same: null, splitFrom: meant })
    else if (!taken.has(meant.id)) {
      decided.set(text, { text, same: meant, splitFrom: null })
      taken.add(meant.id)
    }
  }
  return decided
}

/** Those whose code says which they are, and those whose code a person must be asked about. */
function matchByCode(known: readonly KnownIndicator[], texts: readonly IndicatorText[]) {
  const inUse = known.filter(indicator => indicator.inUse)
  // Those in use come last, so that they win over retired ones of the same code.
  const coded = new Map(
    [...known.filter(indicator => !indicator.inUse), ...inUse].map(indicator => [
      plainCode(indicator.code),
      indicator,
    ]),
  )
  const findLike = likeAmong(inUse)
  const byCode = new Map<IndicatorText, KnownIndicator>()
  const reused = new Map<IndicatorText, KnownIndicator>()
  for (const text of texts) {
    const same = coded.get(plainCode(text.code))
    if (same === undefined) continue
    if (isSurely(same, text, findLike)) byCode.set(text, same)
    else if (same.inUse) reused.set(text, same)
  }
  return { byCode, reused }
}

/** True if the code alone identifies an indicator: the titles share words, and no other is more alike. */
function isSurely(
  same: KnownIndicator,
  { title }: IndicatorText,
  findLike: FindLike<KnownIndicator>,
): boolean {
  if (same.title === title) return true
  const likeness = likenessOf(same.title, title)
  if (likeness < (same.inUse ? REUSED : LIKE)) return false
  const [best] = findLike(title, LIKE)
  return best === undefined || best.item.id === same.id || best.likeness <= likeness
}

interface Unmatched {
  readonly texts: readonly IndicatorText[]
  readonly among: readonly KnownIndicator[]
  readonly reused: ReadonlyMap<IndicatorText, KnownIndicator>
  /** Those of which a person said that one is a part. */
  readonly alreadySplit: ReadonlySet<string>
}

/** A question for each indicator that is like a known one, or has its code. */
function ask({ texts, among, reused, alreadySplit }: Unmatched): readonly VersionQuestion[] {
  const findLike = likeAmong(among)
  const open = texts.flatMap(text => {
    const found = findLike(text.title, LIKE)
    const sameCode = reused.get(text)
    const isListed = sameCode === undefined || found.some(({ item }) => item.id === sameCode.id)
    const all = isListed
      ? found
      : [...found, { item: sameCode, likeness: likenessOf(sameCode.title, text.title) }]
    return all.length === 0 ? [] : [{ text, found: all, isReused: sameCode !== undefined }]
  })
  const suggestions = suggestMatches(open, LIKE, alreadySplit)
  return open.map(({ text, found, isReused }) => ({
    code: text.code,
    title: text.title,
    reason: isReused ? 'code reused' : 'like another',
    candidates: found.map(toCandidate),
    suggested: suggestions.get(text) ?? { code: text.code, means: 'new' },
  }))
}

const toCandidate = ({ item, likeness }: Found<KnownIndicator>): MatchCandidate => ({
  indicator: item.id,
  code: item.code,
  title: item.title,
  likeness,
  inUse: item.inUse,
})

/** An indicator that nobody has decided about, with the known ones that it may be. */
export interface OpenMatch {
  readonly text: IndicatorText
  readonly found: readonly Found<Indicator>[]
}

/** A title that is this much alike is a rewording of the other and no part of it. */
const NEARLY_THE_SAME = 0.9

/**
 * Suggests a match for each: the known one that it is most alike, each given once and the most alike first;
 * a split where several are like one and none is nearly the same, or where one was split already; else that
 * it is new.
 */
function suggestMatches(
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
