import { AGREEMENT_NAMES } from '../messages/agreement.ts'
import { CHART_WORDS } from '../messages/charts.ts'
import { counted } from '../messages/figures.ts'
import { RELEASE_WORDS } from '../messages/releases.ts'
import { REPORT } from '../messages/report.ts'
import { otherWordsAmong, otherWordsOf, VERDICT_NAMES } from '../messages/results.ts'
import { ROUND_CHANGE_WORDS } from '../messages/round-changes.ts'
import { kindWords } from '../messages/rules.ts'
import { SLIDES } from '../messages/slides.ts'
import { WORD } from '../messages/word.ts'
import type { Said } from './english.ts'

/** The fixed words of the report, the Word report and the slides, and of the charts in them. */
export const DOCUMENTS_IN_ENGLISH = {
  /** Said on top of a document in another language: what of it is in English. */
  note: 'Headings and fixed words are in English.',
  /** The words before the numbers of captions. */
  numbered: { Table: 'Table', Figure: 'Figure' },
  report: REPORT,
  word: WORD,
  slides: SLIDES,
  verdicts: VERDICT_NAMES,
  kindOf: kindWords,
  otherWordsOf,
  otherWordsAmong,
  changedBetweenRounds: ROUND_CHANGE_WORDS.title,
  agreement: AGREEMENT_NAMES,
  indicators: (count: number): string => counted(count, 'indicator', 'indicators'),
  release: RELEASE_WORDS.label,
  releases: RELEASE_WORDS.names,
  atLeast: RELEASE_WORDS.atLeast,
  charts: CHART_WORDS,
} as const

/** The fixed words of documents in one language. What one lacks does not compile. */
export type DocumentWords = Said<typeof DOCUMENTS_IN_ENGLISH>
