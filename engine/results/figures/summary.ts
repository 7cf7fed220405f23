import type { CriterionSummary, Judgement } from '../../../shared/model/results.ts'
import { FAVOURABLE_LEVELS } from '../../../shared/model/scale.ts'
import { agreementA } from './agreement-statistics.ts'
import { changesToFlip } from './changes-to-flip.ts'
import {
  type Counts,
  IPRAS_LEVELS,
  ipras,
  isDisagreement,
  mean,
  meanAbsoluteDeviation,
  percentileInHundredths,
  shareOfHighest,
  shareOfLowest,
  standardDeviation,
  total,
} from './descriptive-statistics.ts'
import { disagreementKind } from './disagreement-kind.ts'
import { isUndecided, type Judging, partsToJudge, verdictOfParts } from './verdict.ts'

/** The answers of some participants to one criterion of one indicator. */
export interface Distribution {
  readonly counts: Counts
  readonly dontKnow: number
  readonly notApplicable: number
  /** The number of people who were asked; each answer is of one of them. */
  readonly asked: number
  /** The levels among them that were counted by show of hands; left out, none. */
  readonly hands?: number
}

/** The distribution of no answers at all. */
export function emptyDistribution(levels: number): Distribution {
  return { counts: new Array<number>(levels).fill(0), dontKnow: 0, notApplicable: 0, asked: 0 }
}

/** Every figure of a distribution. */
export function summarise(
  { counts, dontKnow, notApplicable, asked, hands = 0 }: Distribution,
  quantile: Judging['quantile'],
): CriterionSummary {
  const n = total(counts)
  const at = (percent: number) => percentileInHundredths(counts, percent, quantile)
  const [q1, q3, p30, p70] = [at(25), at(75), at(30), at(70)]
  return {
    n,
    dontKnow,
    notApplicable,
    asked,
    missing: asked - n - dontKnow - notApplicable,
    ...(hands > 0 && { hands }),
    counts: Object.fromEntries(counts.map((count, index) => [String(index + 1), count])),
    mean: mean(counts),
    sd: standardDeviation(counts),
    median: inLevels(at(50)),
    q1: inLevels(q1),
    q3: inLevels(q3),
    iqr: q1 === null || q3 === null ? null : (q3 - q1) / 100,
    p30: inLevels(p30),
    p70: inLevels(p70),
    meanAbsoluteDeviation: meanAbsoluteDeviation(counts),
    favourable: shareOfHighest(counts, FAVOURABLE_LEVELS),
    unfavourable: shareOfLowest(counts, FAVOURABLE_LEVELS),
    agreementA: agreementA(counts),
    ipras: counts.length === IPRAS_LEVELS && p30 !== null && p70 !== null ? ipras(p30, p70) : null,
  }
}

/** Judges the distributions of some groups of people by a rule. */
export function judge(all: Counts, groups: readonly Distribution[], judging: Judging): Judgement {
  const parts = partsToJudge(groups, judging)
  const verdict = verdictOfParts(parts, judging)
  const counts = groups.map(group => group.counts)
  return {
    verdict,
    tooFew: total(all) > 0 && isUndecided(parts),
    changesToFlip: changesToFlip(parts, verdict, judging),
    disagreement: disagreementOf(all, judging.quantile),
    kind: disagreementKind(all, counts),
  }
}

function disagreementOf(counts: Counts, quantile: Judging['quantile']): boolean | null {
  const p30 = percentileInHundredths(counts, 30, quantile)
  const p70 = percentileInHundredths(counts, 70, quantile)
  if (counts.length !== IPRAS_LEVELS || p30 === null || p70 === null) return null
  return isDisagreement(p30, p70)
}

const inLevels = (hundredths: number | null): number | null =>
  hundredths === null ? null : hundredths / 100
