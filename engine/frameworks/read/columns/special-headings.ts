/** Columns of sections that stand over those of others, and under them. */
const OUTER_SECTIONS = ['domain', 'strand', 'pillar', 'priority area', 'area'] as const
/** The name of a column of sections within others. */
export const INNER_SECTION = 'sub section'

const INNER_SECTIONS = [
  INNER_SECTION,
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

/** `DOMAIN_NAME`, `Theme title`: as databases and forms call them. */
const named = (names: readonly string[]): readonly string[] =>
  names.flatMap(name => [name, `${name} name`, `${name} title`])

/** The headings of columns of sections. */
export const SECTION_NAMES: readonly string[] = [
  'section',
  ...named([
    ...OUTER_SECTIONS,
    'theme',
    'group',
    'indicator group',
    'measure group',
    'category',
    'topic',
    'dimension',
    'workstream',
    'chapter',
    ...INNER_SECTIONS,
  ]),
  'section title',
  'section name',
  'outcome area',
  'outcome domain',
  'outcome group',
  'outcome theme',
  'impact area',
  'heading',
  'key question',
  'overarching question',
]

/** The depth of the section columns with these names, 0 or 2; all others have depth 1. */
export const SECTION_DEPTHS: ReadonlyMap<string, number> = new Map([
  ...named(OUTER_SECTIONS).map(name => [name, 0] as const),
  ...named(INNER_SECTIONS).map(name => [name, 2] as const),
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

/** Titles, unless another column is called one. */
export const WEAK_TITLES: ReadonlySet<string> = new Set([
  'short name',
  'short title',
  'short label',
  'label',
  'indicator label',
  'long name',
  'full name',
])

/** The headings of notes as such; any other heading of a note says what the note is about. */
export const NOTES_THEMSELVES: ReadonlySet<string> = new Set(['notes', 'note'])

/** Status columns whose heading is a question, to be answered with yes or no. */
export const ASKS_IF_EXISTING = [
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
  'reported already',
  'do we report it now',
  'do we already collect it',
  'do we collect it now',
  'already in use',
  'in use',
] as const
export const ASKS_IF_NEW = [
  'new',
  'new indicator',
  'new measure',
  'is it new',
  'new collection needed',
  'needs new collection',
  'new data needed',
] as const

/** The status that a yes means in columns whose heading is a question; all others ask for a status. */
export const STATUS_QUESTIONS: ReadonlyMap<string, 'existing' | 'new'> = new Map([
  ...ASKS_IF_EXISTING.map(name => [name, 'existing'] as const),
  ...ASKS_IF_NEW.map(name => [name, 'new'] as const),
])

export const TYPES_OF_SOMETHING = [
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
