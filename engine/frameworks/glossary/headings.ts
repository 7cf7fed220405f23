import { foldedName } from '../read/words/languages/languages.ts'

/** The parts of a term that a column of a glossary can hold. */
export type GlossaryField = 'term' | 'inFull' | 'forms' | 'meaning' | 'plain'

/** The headings of each part in the languages in which frameworks are read; accents and case are forgiven. */
const NAMES: Readonly<Record<GlossaryField, readonly string[]>> = {
  term: [
    ...['term', 'terms', 'word', 'words', 'phrase', 'word or phrase', 'key term', 'jargon'],
    ...['abbreviation', 'abbreviations', 'acronym', 'acronyms', 'initials', 'short form', 'abbr'],
    ...['term or abbreviation', 'term abbreviation', 'term acronym', 'abbreviation acronym'],
    ...['terme', 'sigle', 'abréviation', 'acronyme', 'término', 'sigla', 'abreviatura'],
    ...['begriff', 'abkürzung', 'termine', 'acronimo', 'termo', 'gair', 'talfyriad', 'المصطلح'],
  ],
  inFull: [
    ...['in full', 'full form', 'full name', 'full term', 'long form', 'stands for'],
    ...['what it stands for', 'expansion', 'spelt out', 'spelled out'],
  ],
  forms: [
    'other forms',
    'forms',
    'also called',
    'also',
    'plural',
    'synonym',
    'synonyms',
    'variants',
    'ffurfiau eraill',
  ],
  meaning: [
    ...['meaning', 'meanings', 'definition', 'definitions', 'explanation', 'description'],
    ...['what it means', 'what this means', 'what does it mean', 'means'],
    ...['signification', 'définition', 'significado', 'definición', 'bedeutung', 'erklärung'],
    ...['significato', 'definizione', 'definição', 'ystyr', 'diffiniad', 'المعنى', 'التعريف'],
  ],
  plain: [
    ...['plain meaning', 'plain words', 'plain english', 'in plain words', 'in plain english'],
    ...['easy read', 'easy words', 'simple meaning', 'easy meaning'],
    'ystyr plaen',
  ],
}

const FIELDS = new Map<string, GlossaryField>(
  (Object.keys(NAMES) as GlossaryField[]).flatMap(field =>
    NAMES[field].map(name => [foldedName(name), field] as const),
  ),
)

/** The part of a term that a heading names; null where it names none. */
export const glossaryField = (heading: string): GlossaryField | null =>
  FIELDS.get(foldedName(heading)) ?? null

const LISTS =
  'glossary|glossary of terms|abbreviations|acronyms|abbreviations and acronyms|key terms|terminology|' +
  'jargon|jargon buster|terms|terms used|geirfa|glossaire|glosario|glossar|glossario'

const IS_LIST = new RegExp(`^(${LISTS})$`)

/** Tests whether a name says that a whole sheet, or a column of a framework, is a glossary. */
export const isGlossaryName = (name: string): boolean => IS_LIST.test(foldedName(name))
