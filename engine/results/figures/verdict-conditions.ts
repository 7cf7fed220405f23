import { assertNever } from '../../../shared/assert-never.ts'
import type { QuantileDefinition } from '../../../shared/model/results.ts'
import type { MedianTest, Spread } from '../../../shared/model/rules.ts'
import { isDisagreement, type Place, placeOf } from './descriptive-statistics.ts'
import type { Conditions } from './fewest-changes.ts'

/** The percentiles that measure spread, and the pairs of them that are close (in hundredths). */
export interface Closeness {
  readonly lowPercent: number
  readonly highPercent: number
  readonly isClose: (low: number, high: number) => boolean
}

/** The measure by which a rule of medians calls answers close together. */
export function closenessOf(spread: Spread): Closeness {
  switch (spread.kind) {
    case 'ipras':
      return { lowPercent: 30, highPercent: 70, isClose: (low, high) => !isDisagreement(low, high) }
    case 'iqr':
      return {
        lowPercent: 25,
        highPercent: 75,
        isClose: (low, high) => high - low <= spread.atMost * 100,
      }
    default:
      return assertNever(spread)
  }
}

/** The subject of the conditions: `n` answers (1 or more) on a scale, and the definition of percentiles. */
interface Answers {
  readonly n: number
  readonly levels: number
  readonly quantile: QuantileDefinition
}

/** The verdicts of a rule of medians as conditions on the sorted answers. */
export function medianConditions(test: MedianTest, answers: Answers): VerdictConditions {
  const median = placeOf(answers.n, 50, answers.quantile)
  const { levels } = answers
  const { close, wide } = spreadConditions(test.spread, answers)
  const atLeast = (hundredths: number) => (value: number) => value >= hundredths
  const below = (hundredths: number) => (value: number) => value < hundredths
  const [inFrom, aboveOut] = [test.inFrom * 100, test.outUpTo * 100 + 1]
  return {
    in: both(upwards(median, levels, atLeast(inFrom)), close),
    notIn: [...downwards(median, levels, below(inFrom)), ...wide],
    out: both(downwards(median, levels, below(aboveOut)), close),
    notOut: [...upwards(median, levels, atLeast(aboveOut)), ...wide],
  }
}

/**
 * The conditions under which answers are close together, and those under which they are not. Raising
 * the lower percentile or lowering the higher one can only bring them closer, which is why conditions
 * of this form are enough.
 */
function spreadConditions(spread: Spread, { n, levels, quantile }: Answers) {
  const { lowPercent, highPercent, isClose } = closenessOf(spread)
  const lowPlace = placeOf(n, lowPercent, quantile)
  const highPlace = placeOf(n, highPercent, quantile)
  const close: Conditions[] = []
  const wide: Conditions[] = []
  for (const [from, to] of pairs(highPlace, levels)) {
    const high = valueAt(highPlace, from, to)
    const staysBelow = pairConditions(highPlace, 'at most', from, to)
    const reaches = pairConditions(highPlace, 'at least', from, to)
    close.push(
      ...both(
        upwards(lowPlace, levels, low => isClose(low, high)),
        [staysBelow],
      ),
    )
    wide.push(
      ...both(
        downwards(lowPlace, levels, low => !isClose(low, high)),
        [reaches],
      ),
    )
  }
  return { close, wide }
}

/** The sets of conditions for "a percentile passes", where a higher percentile passes too. */
function upwards(place: Place, levels: number, passes: (hundredths: number) => boolean) {
  const choices: Conditions[] = []
  let easiest = Number.POSITIVE_INFINITY
  for (const [from, to] of pairs(place, levels)) {
    // Of the pairs with one lower answer only the first to pass matters; the next ones ask for more.
    if (to >= easiest || !passes(valueAt(place, from, to))) continue
    easiest = to
    choices.push(pairConditions(place, 'at least', from, to))
  }
  return choices
}

/** The sets of conditions for "a percentile passes", where a lower percentile passes too. */
function downwards(place: Place, levels: number, passes: (hundredths: number) => boolean) {
  const choices: Conditions[] = []
  let easiest = 0
  for (const [from, to] of pairs(place, levels).toReversed()) {
    if (to <= easiest || !passes(valueAt(place, from, to))) continue
    easiest = to
    choices.push(pairConditions(place, 'at most', from, to))
  }
  return choices
}

/** The levels that the two answers beside a place can have, lower answer first, in rising order. */
function pairs({ hundredths }: Place, levels: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let from = 1; from <= levels; from++) {
    const last = hundredths === 0 ? from : levels
    for (let to = from; to <= last; to++) found.push([from, to])
  }
  return found
}

function valueAt({ hundredths }: Place, from: number, to: number): number {
  return from * 100 + hundredths * (to - from)
}

function pairConditions(
  { lower, upper, hundredths }: Place,
  is: 'at least' | 'at most',
  from: number,
  to: number,
): Conditions {
  const first = { position: lower, is, level: from }
  return hundredths === 0 ? [first] : [first, { position: upper, is, level: to }]
}

/** Every choice of the one with every choice of the other. */
function both(some: readonly Conditions[], others: readonly Conditions[]): readonly Conditions[] {
  return some.flatMap(one => others.map(other => [...one, ...other]))
}

/** The conditions of a verdict and of its undoing: for each, sets of which one must hold. */
export interface VerdictConditions {
  readonly in: readonly Conditions[]
  readonly notIn: readonly Conditions[]
  readonly out: readonly Conditions[]
  readonly notOut: readonly Conditions[]
}
