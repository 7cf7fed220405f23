import { describe, expect, it } from 'vitest'
import { undefinedReasons } from '../../../shared/messages/agreement.ts'
import type { SetAgreement } from '../../../shared/model/results.ts'

const agreement = (more: Partial<SetAgreement>): SetAgreement => ({
  n: 40,
  indicators: 10,
  alphaNominal: 0.1,
  alphaOrdinal: 0.2,
  alphaInterval: 0.3,
  kendallW: 0.4,
  kendallN: 4,
  ...more,
})
const noAlpha = { alphaNominal: null, alphaOrdinal: null, alphaInterval: null }

describe('why agreement over all indicators is not defined', () => {
  it('is said where it is not, and nothing where it is', () => {
    expect(undefinedReasons(agreement({}))).toEqual([])
  })

  it.each([
    [
      { ...noAlpha, n: 0, indicators: 0 },
      'Krippendorff’s alpha. Not defined: no indicator has answers of two people.',
    ],
    [
      noAlpha,
      'Krippendorff’s alpha. Not defined: every answer is the same level, so there is nothing to tell agreement from.',
    ],
    [
      { kendallW: null, kendallN: 0 },
      'Kendall’s W. Not defined: nobody chose a level for every indicator, and W needs two who did.',
    ],
    [
      { kendallW: null, kendallN: 1 },
      'Kendall’s W. Not defined: only one person chose a level for every indicator, and W needs two who did.',
    ],
    [
      { kendallW: null, indicators: 1 },
      'Kendall’s W. Not defined: an order takes two indicators or more.',
    ],
    [{ kendallW: null }, 'Kendall’s W. Not defined: nobody put any indicator before another.'],
  ])('%j', (more, reason) => {
    expect(undefinedReasons(agreement(more))).toEqual([reason])
  })
})
