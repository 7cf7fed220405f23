import type { FrameworkField } from '../../shared/model/check.ts'

/** Columns of sections that stand over those of others, and under them. */
const OUTER_SECTIONS = ['domain', 'strand', 'pillar', 'priority area', 'area'] as const
const INNER_SECTIONS = [
  'sub section',
  'subsection',
  'sub theme',
  'subtheme',
  'sub domain',
  'subdomain',
  'sub group',
  'subgroup',
  'sub category',
  'subcategory',
  'sub strand',
  'sub area',
] as const

/** How far in the section columns of these names stand; all others are at 1. */
export const SECTION_DEPTHS: ReadonlyMap<string, number> = new Map([
  ...OUTER_SECTIONS.map(name => [name, 0] as const),
  ...INNER_SECTIONS.map(name => [name, 2] as const),
])

/** The columns that make up a definition only together, with the word that each needs before its text. */
export const DEFINITION_PARTS: ReadonlyMap<string, string> = new Map([
  ['numerator', 'Numerator'],
  ['denominator', 'Denominator'],
  ['denom', 'Denominator'],
])

/** Definitions, unless nothing else is the title. */
export const TITLES_IF_NONE: ReadonlySet<string> = new Set([
  'indicator description',
  'measure description',
  'description',
])

/** The headings of notes as such; any other heading of a note says what the note is about. */
export const NOTES_THEMSELVES: ReadonlySet<string> = new Set(['notes', 'note'])

/** Status columns whose heading is a question, to be answered with yes or no. */
const ASKS_IF_EXISTING = [
  'reported now',
  'reported today',
  'currently reported',
  'already reported',
  'collected now',
  'collected today',
  'currently collected',
  'already collected',
  'currently available',
  'available now',
  'in use now',
  'existing',
  'existing indicator',
  'existing measure',
  'is it existing',
] as const
const ASKS_IF_NEW = [
  'new',
  'new indicator',
  'new measure',
  'is it new',
  'new collection needed',
  'needs new collection',
  'new data needed',
] as const

/** What a yes means in the status columns whose heading is a question; all others ask for a status. */
export const STATUS_QUESTIONS: ReadonlyMap<string, 'existing' | 'new'> = new Map([
  ...ASKS_IF_EXISTING.map(name => [name, 'existing'] as const),
  ...ASKS_IF_NEW.map(name => [name, 'new'] as const),
])

const TYPES_OF_SOMETHING = [
  'type',
  'type of measure',
  'type of indicator',
  'indicator type',
  'measure type',
] as const

/**
 * Headings that often mean something else, as a `Type` may be outcome or output: their columns are
 * what they seem only where one of their texts is known.
 */
export const DOUBTFUL_NAMES: ReadonlySet<string> = new Set([
  ...TYPES_OF_SOMETHING,
  ...ASKS_IF_EXISTING,
  ...ASKS_IF_NEW,
])

/**
 * The headings by which the columns of a framework are known, besides those of the draft framework,
 * which come first. Case, spaces, line breaks and punctuation are forgiven (see `plainName`).
 */
export const COLUMN_NAMES: Readonly<Record<FrameworkField, readonly string[]>> = {
  code: [
    'code',
    'ref',
    'ref no',
    'ref number',
    'reference',
    'reference no',
    'reference number',
    'id',
    'no',
    'number',
    'unique id',
    'indicator code',
    'indicator ref',
    'indicator reference',
    'indicator id',
    'indicator no',
    'indicator number',
    'pi no',
    'pi ref',
    'pi number',
    'pi code',
    'pi id',
    'kpi no',
    'kpi ref',
    'kpi number',
    'kpi code',
    'measure code',
    'measure ref',
    'measure reference',
    'measure id',
    'measure no',
    'measure number',
  ],
  section: [
    'section',
    ...OUTER_SECTIONS,
    'section title',
    'section name',
    'theme',
    'theme name',
    'group',
    'indicator group',
    'measure group',
    'category',
    ...INNER_SECTIONS,
  ],
  outcome: [
    'outcome',
    'outcomes',
    'expected outcome',
    'expected outcomes',
    'intended outcome',
    'outcome statement',
    'desired outcome',
    'outcome we want',
    'outcome sought',
  ],
  title: [
    'indicator',
    'title',
    'indicator title',
    'indicator name',
    'indicator wording',
    'proposed indicator',
    'name',
    'measure',
    'measure title',
    'measure name',
    'proposed measure',
    'performance indicator',
    'performance measure',
    'pi',
    'pi title',
    'pi name',
    'kpi',
    'kpi title',
    'kpi name',
    'kpi description',
  ],
  definition: [
    'definition',
    'description',
    'indicator definition',
    'indicator description',
    'measure definition',
    'measure description',
    'technical definition',
    'full definition',
    'detail',
    'details',
    'calculation',
    'how calculated',
    'how it is calculated',
    'how it is measured',
    'how measured',
    'what it measures',
    'methodology',
    ...DEFINITION_PARTS.keys(),
  ],
  dataType: ['data type', 'type of data', 'kind of data', 'datatype', ...TYPES_OF_SOMETHING],
  status: [
    'status',
    'new or existing',
    'existing or new',
    'new existing',
    'existing new',
    'new existing indicator',
    'data status',
    'indicator status',
    'availability',
    'e n',
    'n e',
    'e or n',
    'n or e',
    ...ASKS_IF_EXISTING,
    ...ASKS_IF_NEW,
  ],
  source: [
    'source',
    'data source',
    'source of data',
    'sources',
    'data sources',
    'collection',
    'data collection',
    'return',
    'statutory return',
    'where from',
    'where it comes from',
    'where the data comes from',
    'where does the data come from',
  ],
  unit: [
    'unit',
    'units',
    'unit of measure',
    'unit of measurement',
    'measured in',
    'measured as',
    'expressed as',
    'format',
  ],
  population: [
    'population',
    'cohort',
    'who',
    'who it covers',
    'who is covered',
    'who it is about',
    'who is it about',
    'children covered',
    'population covered',
    'population group',
    'applies to',
    'client group',
  ],
  easyRead: [
    'easy read',
    'easyread',
    'easy read wording',
    'easy read version',
    'plain wording',
    'plain english',
    'plain english wording',
    'plain english version',
    'plain language',
    'in plain words',
    'in plain english',
    'child friendly',
    'child friendly wording',
    'child friendly version',
    'childrens wording',
    'young people wording',
    'young peoples wording',
    'young peoples version',
    'young person friendly wording',
    'young person wording',
    'for young people',
  ],
  rationale: [
    'rationale',
    'why it matters',
    'why this matters',
    'why does it matter',
    'why does this matter',
    'why is it important',
    'why it is important',
    'reason',
    'why',
    'justification',
    'why include it',
    'rationale for inclusion',
    'reason for inclusion',
    'purpose',
  ],
  // Any other heading is for a person to say: comments may be meant for the authors alone.
  notes: [...NOTES_THEMSELVES],
}
