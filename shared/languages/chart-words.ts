import type { CHART_WORDS } from '../messages/charts.ts'
import type { Said } from './english.ts'

/** The words of the charts that stand in files, in one language. What one lacks does not compile. */
export type ChartWords = Said<typeof CHART_WORDS>
