import { AGREEMENT_WORDS } from '../messages/agreement.ts'
import { APPENDIX_WORDS } from '../messages/appendix.ts'
import { HANDS_COLUMN_WORDS } from '../messages/data-entry/hands.ts'
import {
  CODEBOOK_WORDS,
  DIARY_COLUMN_WORDS,
  FIGURE_WORDS,
  JUDGEMENT_WORDS,
  PARTICIPANT_WORDS,
  RATING_WORDS,
  RESULT_PLACE_WORDS,
  RETIRED_WORDS,
  SUGGESTION_WORDS,
  SUMMARY_WORDS,
} from '../messages/exports.ts'
import { GLOSSARY_COLUMN_WORDS, GLOSSARY_SHEET } from '../messages/glossary/exported-glossary.ts'
import { ASKED_LABEL } from '../messages/protocol/exported-protocol.ts'
import { RELEASE_WORDS } from '../messages/releases.ts'
import { CHART_SHEET, READ_ME, SHEET_WORDS } from '../messages/report.ts'
import { STABILITY_WORDS } from '../messages/round-changes.ts'
import { DISAGREEMENT_WORDS, PRIORITY_WORDS } from '../messages/rules.ts'
import { RELEASES, ROW_COUNTS } from '../model/exports.ts'
import { EXAMPLE_LABEL } from '../model/framework.ts'
import { WORDINGS } from '../model/rating.ts'
import { DISAGREEMENT_KINDS, PRIORITIES } from '../model/results.ts'
import { VERDICTS } from '../model/rules.ts'
import { CRITERIA, DATA_TYPES, STATUSES } from '../model/vocabulary.ts'
import { IN_LANGUAGE_WORDS } from './column-words.ts'
import { DOCUMENTS_IN_ENGLISH } from './document-words.ts'
import type { Said } from './english.ts'

/** The headings of a framework's versions that no other table has. */
const FRAMEWORK_HEADINGS = [
  'definition',
  'source',
  'unit',
  'population',
  'easy_read',
  'rationale',
  'notes',
  'loaded_at',
] as const

const HEADINGS = {
  ...RESULT_PLACE_WORDS,
  ...FIGURE_WORDS,
  ...JUDGEMENT_WORDS,
  ...SUMMARY_WORDS,
  ...STABILITY_WORDS,
  ...AGREEMENT_WORDS,
  ...APPENDIX_WORDS.columns,
  ...RATING_WORDS,
  ...SUGGESTION_WORDS,
  ...HANDS_COLUMN_WORDS,
  ...PARTICIPANT_WORDS,
  ...GLOSSARY_COLUMN_WORDS,
  ...DIARY_COLUMN_WORDS,
  ...CODEBOOK_WORDS,
  ...IN_LANGUAGE_WORDS,
}

type Heading = keyof typeof HEADINGS | (typeof FRAMEWORK_HEADINGS)[number]

const same = <Name extends string>(names: readonly Name[]): Readonly<Record<Name, Name>> =>
  Object.fromEntries(names.map(name => [name, name])) as Record<Name, Name>

const SHEETS = [...Object.keys(SHEET_WORDS), GLOSSARY_SHEET] as readonly (
  | keyof typeof SHEET_WORDS
  | typeof GLOSSARY_SHEET
)[]

/**
 * The fixed words of files for people: names of sheets, headings, what stands in closed columns, Read me, and those of
 * documents.
 */
export const FILES_IN_ENGLISH = {
  sheets: same(SHEETS),
  /** The heading of each column, by its name in English. */
  columns: same([
    ...(Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]),
    ...FRAMEWORK_HEADINGS,
  ] as readonly Heading[]),
  /** The heading of the count of a level. */
  level: (level: number, label: string): string => `level_${level}: ${label}`,
  /** The heading of a column about one criterion. */
  ofCriterion: (criterion: string, heading: string): string => `${criterion} ${heading}`,
  /** The words that stand in columns with a few fixed ones. */
  values: {
    criterion: same(CRITERIA),
    yesNo: same(['yes', 'no']),
    retired: same(RETIRED_WORDS),
    fewAnswers: same(['no', 'yes', 'too few', 'left out']),
    verdict: same(VERDICTS),
    priority: same(PRIORITIES),
    kind: same(DISAGREEMENT_KINDS),
    dataType: same(DATA_TYPES),
    status: same(STATUSES),
    answer: same(['dont_know', 'not_applicable']),
    counts: same(ROW_COUNTS),
    wording: same(WORDINGS),
    entry: same(['screen', 'file', 'paper', 'paper_checked']),
    suggestion: same(['wording', 'missing']),
    release: same(RELEASES),
    part: same([APPENDIX_WORDS.everyone]),
  },
  /** The line of the codebook about every text of a csv. */
  csvText: { sheet: 'csv export', column: 'all text' },
  readMe: {
    language: {
      label: 'Language',
      text: 'Headings and fixed words are in English.',
    },
    madeUp: READ_ME.madeUp,
    example: EXAMPLE_LABEL,
    about: READ_ME.about,
    round: READ_ME.round,
    wording: READ_ME.wording,
    people: READ_ME.people,
    labels: {
      ...READ_ME.labels,
      release: RELEASE_WORDS.label,
      tried: RELEASE_WORDS.tried,
      asked: ASKED_LABEL,
    },
    choices: READ_ME.choices,
    priorities: PRIORITY_WORDS,
    kinds: DISAGREEMENT_WORDS,
    sheets: SHEET_WORDS,
    charts: CHART_SHEET,
  },
  documents: DOCUMENTS_IN_ENGLISH,
} as const

/** The fixed words of files for people in one language. What one lacks does not compile. */
export type FileWords = Said<typeof FILES_IN_ENGLISH>
