import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../../../build/project.ts'
import {
  agreementA,
  interval,
  kendallW,
  krippendorffAlpha,
  nominal,
} from '../../../../engine/results/figures/agreement-statistics.ts'
import {
  ipras,
  isDisagreement,
  percentile,
  percentileInHundredths,
} from '../../../../engine/results/figures/descriptive-statistics.ts'
import type { QuantileDefinition } from '../../../../shared/model/results.ts'
import { countsOf } from './answers.ts'

interface PanelFigures {
  readonly median: number
  readonly p30: number
  readonly p70: number
  readonly ipras: number
}

/** Published and independently computed examples; `source` of each says where it is from. */
type Vector =
  | {
      readonly kind: 'RAM'
      readonly id: string
      readonly ratings: readonly number[]
      readonly published?: PanelFigures & { readonly disagreement: boolean }
      readonly expected?: Readonly<
        Record<'type7' | 'type6' | 'type2', PanelFigures & { readonly disagree: boolean }>
      >
    }
  | {
      readonly kind: 'kripp'
      readonly id: string
      readonly raters_by_units: readonly (readonly (number | null)[])[]
      readonly published: { readonly nominal: number; readonly interval: number }
    }
  | {
      readonly kind: 'kendallW'
      readonly id: string
      readonly raters_by_items: readonly (readonly number[])[]
      readonly computed: { readonly W_ties: number }
    }
  | {
      readonly kind: 'agreementA'
      readonly id: string
      readonly freq: readonly number[]
      readonly published: number
    }

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(projectPath('test/fixtures/statistics/test-vectors.json'), 'utf8'),
)

function figuresOf(ratings: readonly number[], definition: QuantileDefinition) {
  const counts = countsOf(ratings)
  const [p30, p70] = [30, 70].map(p => percentileInHundredths(counts, p, definition) ?? Number.NaN)
  return {
    median: percentile(counts, 50, definition),
    p30: percentile(counts, 30, definition),
    p70: percentile(counts, 70, definition),
    ipras: ipras(p30 ?? Number.NaN, p70 ?? Number.NaN),
    disagreement: isDisagreement(p30 ?? Number.NaN, p70 ?? Number.NaN),
  }
}

function expectPanel(
  ratings: readonly number[],
  wanted: PanelFigures,
  definition: QuantileDefinition,
) {
  const found = figuresOf(ratings, definition)
  for (const name of ['median', 'p30', 'p70', 'ipras'] as const) {
    expect(found[name], `${definition} ${name}`).toBeCloseTo(wanted[name], 12)
  }
  return found.disagreement
}

const ofKind = <Kind extends Vector['kind']>(kind: Kind) =>
  VECTORS.filter((vector): vector is Extract<Vector, { kind: Kind }> => vector.kind === kind)

describe('the published and independently computed examples', () => {
  it('are all of a kind that is tried here', () => {
    expect(VECTORS).toHaveLength(7)
    const tried = (['RAM', 'kripp', 'kendallW', 'agreementA'] as const).flatMap(ofKind)
    expect(tried).toHaveLength(VECTORS.length)
  })

  it.each(ofKind('RAM'))('come out for the RAND/UCLA panel $id', ({ ratings, ...wanted }) => {
    const { published, expected } = wanted
    if (published) expect(expectPanel(ratings, published, 'R-7')).toBe(published.disagreement)
    if (!expected) return
    const definitions = { type7: 'R-7', type6: 'R-6', type2: 'R-2' } as const
    for (const type of ['type7', 'type6', 'type2'] as const) {
      const figures = expected[type]
      expect(expectPanel(ratings, figures, definitions[type])).toBe(figures.disagree)
    }
  })

  it.each(ofKind('kripp'))('come out for Krippendorff’s alpha of $id', vector => {
    const { raters_by_units: raters, published } = vector
    const units = (raters[0] ?? []).map((_, unit) =>
      countsOf(
        raters.flatMap(answers => answers[unit] ?? []),
        4,
      ),
    )
    expect(krippendorffAlpha(units, nominal)).toBeCloseTo(published.nominal, 6)
    expect(krippendorffAlpha(units, interval)).toBeCloseTo(published.interval, 6)
  })

  it.each(ofKind('kendallW'))('come out for Kendall’s W of $id', vector => {
    expect(kendallW(vector.raters_by_items)).toBeCloseTo(vector.computed.W_ties, 6)
  })

  it.each(ofKind('agreementA'))('come out for van der Eijk’s A of $id', ({ freq, published }) => {
    expect(agreementA(freq)).toBeCloseTo(published, 7)
  })
})
