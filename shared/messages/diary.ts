import { assertNever } from '../assert-never.ts'
import type { DiaryEntry, DiaryFacts, DiaryKind } from '../model/diary.ts'
import { sameName } from '../model/vocabulary.ts'
import { counted, formatCount } from './figures.ts'
import { resolvedByWords } from './packages.ts'
import { laptopWords } from './whole-study.ts'

/** Names of the kinds of entries. */
export const DIARY_KIND_NAMES: Readonly<Record<DiaryKind, string>> = {
  note: 'Note',
  'set-up': 'Set-up',
  merge: 'Merge',
  refusal: 'Refusal',
  link: 'Link of people',
  resolution: 'Conflicts',
  withdrawal: 'Withdrawal',
  framework: 'Framework',
  rule: 'Rule',
  target: 'Plan',
  round: 'Round',
  export: 'File written',
}

/** Words around the diary. */
export const DIARY_WORDS = {
  about:
    'What was done in this study, put together from its records. Times are by the clock of the laptop named beside them.',
  noteHint:
    'A note goes to everybody who gets a package of this study, and into exports for research. Name no participant: words that are changed or taken out stay in the file’s history.',
  nothing: 'Nothing fits. Search for another word, or show all kinds.',
} as const

const people = (count: number): string => counted(count, 'person', 'people')
const packages = (count: number): string => counted(count, 'package', 'packages')
const laptops = (count: number): string => counted(count, 'laptop', 'laptops')
const conflicts = (count: number): string => counted(count, 'conflict', 'conflicts')
const ofWorkshop = (title: string | null): string => title ?? 'a workshop that is not here'
const RELEASE_NAMES = { research: 'for research', tables: 'tables', rows: 'rows' } as const

type Of<What extends DiaryFacts['what']> = Extract<DiaryFacts, { readonly what: What }>

function settledWords({ rules, count, reason, decidedBy }: Of<'settled'>): string {
  const how = rules.length === 0 ? '' : `, ${rules.map(resolvedByWords).join(' and ')}`
  const by = decidedBy === '' ? '' : ` Decided by ${decidedBy}.`
  const why = reason === '' ? '' : ` Reason: ${reason}`
  return `${conflicts(count)} settled${how}.${by}${why}`
}

function plannedWords({ workshop, laptops: expected, people: wanted }: Of<'planned'>): string {
  const of = wanted === 0 ? '' : `, ${people(wanted)} wanted`
  return `Plan of ${ofWorkshop(workshop)}: ${laptops(expected)} expected${of}.`
}

function roundWords(facts: Extract<DiaryFacts, { readonly kind: 'round' }>): string {
  const { what, workshop, round, indicators } = facts
  const asks = indicators === null ? '' : ` for ${counted(indicators, 'indicator', 'indicators')}`
  return `Round ${round} of ${ofWorkshop(workshop)}: ${what}${what === 'opened' ? asks : ''}.`
}

/** The sentence of an entry. */
export function diaryWords(facts: DiaryFacts): string {
  switch (facts.what) {
    case 'note':
      return facts.text
    case 'laptop set up':
      return 'A laptop was set up.'
    case 'file copied':
      return 'A copy of a file went on as a laptop of its own.'
    case 'workshop added':
      return `Workshop added: ${facts.title}.`
    case 'set-up written':
      return `Set-up package written: ${facts.file}.`
    case 'merged': {
      const more = facts.conflicting === 0 ? '' : `, ${formatCount(facts.conflicting)} in conflict`
      const from = `${packages(facts.packages)} of ${laptops(facts.laptops)}`
      return `${from} brought in: ${formatCount(facts.records)} new records${more}.`
    }
    case 'refused':
      return `${facts.file} was not taken. ${facts.why}`
    case 'linked':
      return 'Two participants were linked: they are one person.'
    case 'link taken back':
      return 'A link was taken back: two participants are two people.'
    case 'settled':
      return settledWords(facts)
    case 'settling taken back':
      return `${conflicts(facts.count)} opened again.`
    case 'withdrew':
      return `${people(facts.count)} withdrew; everything that they said was erased.`
    case 'version loaded':
      return `Framework version loaded: ${facts.title}, ${counted(facts.indicators, 'indicator', 'indicators')}.`
    case 'version chosen': {
      const aside = facts.aside === 0 ? '' : `; ${formatCount(facts.aside)} set aside`
      return `Framework version chosen: ${facts.title}${aside}.`
    }
    case 'rule added':
      return `Rule added: ${facts.title}.`
    case 'rule changed':
      return `Rule changed: ${facts.title}, version ${facts.version}.`
    case 'rule retired':
      return `Rule retired: ${facts.title}.`
    case 'planned':
      return plannedWords(facts)
    case 'opened':
    case 'opening taken back':
    case 'closed':
    case 'opened again':
      return roundWords(facts)
    case 'export written': {
      const release = facts.release === null ? '' : `, ${RELEASE_NAMES[facts.release]}`
      return `Export written: ${facts.file}${release}.`
    }
    case 'package written':
      return `Package written: ${facts.file}.`
    default:
      return assertNever(facts)
  }
}

/** A choice of entries: of some kinds, with some words. */
export interface DiarySearch {
  readonly kinds?: readonly DiaryKind[] | undefined
  /** Words that must all be in the entry, in its laptop's name, or in the name of its kind. */
  readonly words?: string | undefined
}

/** The entries that fit a search, in their order. */
export function findInDiary(
  entries: readonly DiaryEntry[],
  { kinds = [], words = '' }: DiarySearch,
): readonly DiaryEntry[] {
  const wanted = sameName(words)
    .split(/\s+/)
    .filter(word => word !== '')
  return entries.filter(({ facts, laptop }) => {
    if (kinds.length > 0 && !kinds.includes(facts.kind)) return false
    const name = DIARY_KIND_NAMES[facts.kind]
    const text = sameName(`${diaryWords(facts)} ${laptopWords(laptop)} ${name}`)
    return wanted.every(word => text.includes(word))
  })
}
