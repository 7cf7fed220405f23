import { type HeadingForm, headingForms, type SectionHeading } from './heading-forms.ts'
import { isUnder } from './sections.ts'

/** A heading with the form by which its level is told. */
interface Placed {
  readonly heading: SectionHeading
  readonly form: HeadingForm
}

/** A heading whose level the file does not tell, with both readings: the titles over it, outermost first. */
export interface UnsureHeading {
  readonly heading: SectionHeading
  readonly taken: readonly string[]
  readonly other: readonly string[]
}

/** The headings over each run's indicators, outermost first, and those that may as well lie elsewhere. */
export interface PlacedRuns {
  readonly paths: readonly (readonly string[])[]
  readonly unsure: readonly UnsureHeading[]
}

/** More headings in a row than anyone nests are notes of some kind, but for the last. */
const MOST_LEVELS = 4

/** The forms that each form was seen right under, without an indicator between them. */
type Under = ReadonlyMap<string, ReadonlySet<string>>

function addUnder(under: Map<string, Set<string>>, inner: string, outer: string): void {
  // Whatever was first seen the other way round stays so.
  if (inner === outer || under.get(outer)?.has(inner)) return
  under.set(inner, (under.get(inner) ?? new Set()).add(outer))
}

/** Numbers that begin again after a heading of another form lie under that form. */
function addRestarts(under: Map<string, Set<string>>, all: readonly Placed[]): void {
  const seen = new Map<string, { readonly ordinals: Set<string>; readonly last: number }>()
  all.forEach(({ form }, at) => {
    if (form.kind !== 'numbered') return
    const before = seen.get(form.key)
    if (before?.ordinals.has(form.ordinal)) {
      const between = all.slice(before.last + 1, at).findLast(other => other.form.key !== form.key)
      if (between && between.form.kind === 'numbered') addUnder(under, form.key, between.form.key)
      before.ordinals.clear()
    }
    const ordinals = (before?.ordinals ?? new Set()).add(form.ordinal)
    seen.set(form.key, { ordinals, last: at })
  })
}

/** `Target A.1` lies under `Goal A`: its number begins with the other one. */
function addPrefixes(under: Map<string, Set<string>>, all: readonly Placed[]): void {
  const seen = new Map<string, string>()
  for (const { form } of all) {
    if (form.kind !== 'numbered') continue
    const { key, ordinal } = form
    const [above] = /^.*(?=\.)|^[A-Z](?=\d)/.exec(ordinal) ?? []
    const outer = above === undefined ? undefined : seen.get(above)
    if (outer !== undefined) addUnder(under, key, outer)
    else seen.set(ordinal, key)
  }
}

/**
 * Numbered forms that take turns, `Goal 1, Target 1, Goal 2, Target 2`, without one being seen right under the
 * other: the second is taken to lie under the first, which nothing proves.
 */
function addTurns(under: Map<string, Set<string>>, all: readonly Placed[]): ReadonlySet<string> {
  const keys = all.map(({ form }) => (form.kind === 'numbered' ? form.key : ''))
  const unproven = new Set<string>()
  for (const key of new Set(keys)) {
    const outer = keys[keys.indexOf(key) - 1] ?? ''
    const isTurn =
      keys.indexOf(outer) < keys.indexOf(key) && keys.lastIndexOf(outer) > keys.indexOf(key)
    if (key === '' || outer === '' || under.has(key) || under.has(outer) || !isTurn) continue
    addUnder(under, key, outer)
    unproven.add(key)
  }
  return unproven
}

function formsUnder(runs: readonly (readonly Placed[])[]): Omit<Levels, 'levelOf'> {
  const under = new Map<string, Set<string>>()
  for (const run of runs) {
    run.slice(1).forEach(({ form }, index) => {
      const outer = run[index]?.form
      if (outer) addUnder(under, form.key, outer.key)
    })
  }
  const all = runs.flat()
  addRestarts(under, all)
  addPrefixes(under, all)
  return { under, unproven: addTurns(under, all) }
}

/** The level of a form: 0 unless it was seen under another. */
function levelsOf(under: Under): (key: string) => number {
  const levels = new Map<string, number>()
  const levelOf = (key: string, path: readonly string[]): number => {
    const known = levels.get(key)
    if (known !== undefined) return known
    if (path.includes(key)) return 0
    const outer = [...(under.get(key) ?? [])].map(one => levelOf(one, [...path, key]))
    const level = outer.length === 0 ? 0 : Math.max(...outer) + 1
    levels.set(key, level)
    return level
  }
  return key => levelOf(key, [])
}

/** Places a coded heading under the nearest one whose code is a prefix of its own, or beside its like. */
function placeCoded(above: readonly Placed[], placed: Placed, code: string): readonly Placed[] {
  const parent = above.findLastIndex(
    ({ form }) => form.kind === 'coded' && isUnder(code, form.code),
  )
  if (parent >= 0) return [...above.slice(0, parent + 1), placed]
  const firstCoded = above.findIndex(({ form }) => form.kind === 'coded')
  return firstCoded < 0 ? [...above, placed] : [...above.slice(0, firstCoded), placed]
}

interface Levels {
  readonly levelOf: (key: string) => number
  readonly under: Under
  /** The forms that are taken to lie under another though nothing proves it. */
  readonly unproven: ReadonlySet<string>
}

/** The place of a heading, and the number of headings over it in another reading, if there is one. */
interface Place {
  readonly above: readonly Placed[]
  readonly other?: number
}

/** Places a single heading that follows an indicator: beside the last of its form, or by its form's level. */
function placeOne(above: readonly Placed[], placed: Placed, levels: Levels): Place {
  const { form, heading } = placed
  if (heading.level !== undefined) return { above: [...above.slice(0, heading.level), placed] }
  if (form.kind === 'coded') return { above: placeCoded(above, placed, form.code) }
  const unproven = levels.unproven.has(form.key) ? { other: 0 } : {}
  const alike = above.flatMap((other, at) => (other.form.key === form.key ? [at] : []))
  const [first] = alike
  const last = alike.at(-1)
  if (last !== undefined && first !== undefined) {
    // Of headings that look alike at two levels, nothing tells which of them a further one is beside.
    const other = first < last ? { other: first } : unproven
    return { above: [...above.slice(0, last), placed], ...other }
  }
  const level = levels.levelOf(form.key)
  const isNested = levels.under.has(form.key)
  if (form.kind === 'numbered' || isNested) {
    const isOver = (other: Placed): boolean =>
      other.form.kind === 'numbered' || levels.under.has(other.form.key)
        ? levels.levelOf(other.form.key) < level
        : isNested
    const over = above.findIndex(other => !isOver(other))
    return { above: [...above.slice(0, over < 0 ? above.length : over), placed], ...unproven }
  }
  // A form that was never seen right under another: it begins a level, or ends the one above it.
  return { above: [...above, placed], ...(above.length > 0 ? { other: 0 } : {}) }
}

function placeRun(above: readonly Placed[], run: readonly Placed[], levels: Levels): Place {
  const [first, ...rest] = run
  if (!first) return { above }
  const isSame = ({ form }: Placed): boolean => form.kind === 'plain' && form.key === first.form.key
  const isChain = rest.some(isSame) && first.heading.level === undefined
  const start = isChain ? above.findIndex(isSame) : -1
  const begun: Place =
    start < 0 ? placeOne(above, first, levels) : { above: [...above.slice(0, start), first] }
  let placed = begun.above
  for (const next of rest) {
    const isUnderTheLast =
      next.heading.level === undefined &&
      next.form.kind === 'plain' &&
      placed.at(-1)?.form.key === next.form.key
    placed = isUnderTheLast ? [...placed, next] : placeOne(placed, next, levels).above
  }
  return { ...begun, above: placed }
}

const titles = (placed: readonly Placed[]): readonly string[] =>
  placed.map(({ heading }) => heading.text)

/**
 * The headings that each run of them leaves over the indicators below it. Siblings share a form: the
 * word and the number they begin with, their code, or the look of their cells. A run is headings that
 * follow each other without an indicator between them, each taken to be over the next.
 */
export function placeRuns(runs: readonly (readonly SectionHeading[])[]): PlacedRuns {
  const kept = runs.map(run => run.slice(run.length > MOST_LEVELS ? -1 : 0))
  const forms = headingForms(kept.flat())
  let at = 0
  const placedRuns = kept.map(run =>
    run.flatMap((heading): readonly Placed[] => {
      const form = forms[at++]
      return form ? [{ heading, form }] : []
    }),
  )
  const told = formsUnder(placedRuns)
  const levels = { ...told, levelOf: levelsOf(told.under) }
  const paths: (readonly string[])[] = []
  const unsure: UnsureHeading[] = []
  let above: readonly Placed[] = []
  for (const run of placedRuns) {
    const before = above
    const placed = placeRun(above, run, levels)
    above = placed.above
    paths.push(titles(above))
    const [first] = run
    if (first && placed.other !== undefined) {
      const taken = titles(above.slice(0, above.indexOf(first)))
      unsure.push({ heading: first.heading, taken, other: titles(before.slice(0, placed.other)) })
    }
  }
  return { paths, unsure }
}
