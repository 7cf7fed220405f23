import type { QuantileDefinition } from '../model/results.ts'

/** How medians, quartiles and percentiles are computed, by each definition of Hyndman and Fan. */
export const QUANTILE_WORDS: Readonly<Record<QuantileDefinition, string>> = {
  'R-7': 'Quantiles by definition R-7 (Hyndman and Fan, 1996), as in R and as in PERCENTILE.INC.',
  'R-6':
    'Quantiles by definition R-6 (Hyndman and Fan, 1996), as in SPSS and as in PERCENTILE.EXC.',
  'R-2': 'Quantiles by definition R-2 (Hyndman and Fan, 1996), as in SAS.',
}
