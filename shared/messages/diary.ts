import { assertNever } from '../assert-never.ts'
import type { DiaryEntry, DiaryFacts, DiaryKind, StudyHistory } from '../model/diary.ts'
import type { Release } from '../model/exports.ts'
import { sameName } from '../model/vocabulary.ts'
import { counted, formatCount } from './figures.ts'
import { resolvedByWords } from './packages.ts'
import { SEQUENCE_WORDS } from './protocol/protocol.ts'
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

function askedWords({ workshop, group, indicators, sequence }: Of<'asked'>): string {
  const order = sequence === null ? '' : SEQUENCE_WORDS[sequence].label
  const what = indicators === null ? 'everything' : counted(indicators, 'indicator', 'indicators')
  const asked = group === null ? `asked in this order: ${order}` : `${group} is asked ${what}`
  return `Set-up of ${ofWorkshop(workshop)}: ${asked}.`
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
    case 'asked':
      return askedWords(facts)
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

/** The choices by which a history tells less. */
export interface HistoryTold {
  readonly release: Release
  /** True where no laptop and no file of a laptop may be named. */
  readonly pseudonyms: boolean
}

/** The heading over what was done in a study. */
export const HISTORY_TITLE = 'How the data came together'

const were = (count: number): string => (count === 1 ? 'was' : 'were')
const indicators = (count: number): string => counted(count, 'indicator', 'indicators')

/**
 * The paragraph on what was done in the whole study. A release tells neither how many withdrew nor of conflicts: beside
 * an earlier file it would say that the difference is one person.
 */
export function historyWords(history: StudyHistory, { release, pseudonyms }: HistoryTold): string {
  const { laptops, withdrawn, conflicts, framework, refused } = history
  const names =
    release === 'research' && !pseudonyms && laptops.length > 0
      ? ` (${laptops.map(laptopWords).toSorted().join(', ')})`
      : ''
  const brought =
    history.packages === 0
      ? 'All data were collected in one file; no packages were brought in.'
      : `${packages(history.packages)} from ${counted(laptops.length, 'laptop', 'laptops')}${names} ` +
        `${were(history.packages)} brought together.`
  const left =
    refused === 0 ? '' : `${counted(refused, 'file', 'files')} ${were(refused)} not taken.`
  const ofPeople =
    release === 'research'
      ? [
          `${counted(withdrawn, 'person', 'people')} withdrew${withdrawn === 0 ? '' : ', and what they said was erased'}.`,
          `${counted(conflicts.byRule, 'conflict', 'conflicts')} between two answers of one person ` +
            `${were(conflicts.byRule)} resolved by rule and ${formatCount(conflicts.byHand)} by hand; ` +
            `${formatCount(conflicts.open)} ${conflicts.open === 1 ? 'is' : 'are'} open.`,
        ]
      : []
  const changes =
    `Between the first framework version and the one in use, ${indicators(framework.reworded)} ` +
    `${were(framework.reworded)} reworded, ${formatCount(framework.added)} added and ` +
    `${formatCount(framework.removed)} removed.`
  return [brought, left, ...ofPeople, changes].filter(one => one !== '').join(' ')
}

/** The receipts that the numbers rest on, a line each; with the packages and laptops where these may be named. */
export const receiptLines = (
  { receipts }: StudyHistory,
  { release, pseudonyms }: HistoryTold,
): readonly string[] =>
  receipts.map(({ id, mergedAt, files }) => {
    const day = mergedAt.slice(0, 10)
    if (release !== 'research' || pseudonyms) return `Receipt ${id}: ${packages(files.length)}.`
    const named = files.map(({ file, laptop }) => `${file} of ${laptopWords(laptop)}`)
    return `Receipt ${id} of ${day}: ${named.join('; ')}.`
  })
