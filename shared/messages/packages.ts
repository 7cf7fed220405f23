import type { ResolutionRule, ResolvedBy } from '../model/conflict.ts'
import type {
  PACKAGE_NOTES,
  PackageAccount,
  PackageNote,
  PackageProblem,
  PackageSource,
  RecordCounts,
  WorkbookTotals,
} from '../model/packages.ts'
import { changesInWords } from './framework.ts'
import { type Sentences, sentence } from './sentences.ts'

/** The data of a refusal beside its code. */
export interface RefusalFacts {
  readonly detail: string
  readonly version?: number | undefined
  /** The newest format that this program reads. */
  readonly supported: number
}

type Code = PackageProblem['code']

const because = (detail: string): string => (detail === '' ? '' : ` (${detail})`)

const refusals = {
  'no-such-file': () => 'There is no such file. Check its name and folder.',
  'file-in-use': () =>
    'Another program has this file open and lets nobody read it. Close it there, or wait a minute, and ' +
    'choose it once more.',
  'file-not-allowed': () =>
    'You may not read this file. Copy it to a folder of your own, or ask whoever looks after this laptop.',
  'disk-gone': () =>
    'The disk or stick of this file does not answer, as when it was pulled out. Put it in again and ' +
    'choose the file once more.',
  'not-a-package': ({ detail }: RefusalFacts) =>
    `This is not a Framework Workbook package${because(detail)}. Choose a file that ends with .workbook.`,
  newer: ({ version, supported }: RefusalFacts) =>
    `This package was made by a newer Framework Workbook (format ${version ?? '?'}; this one reads up to ` +
    `${supported}). Install the newer program to bring it in.`,
  damaged: ({ detail }: RefusalFacts) =>
    `This package is damaged${because(detail)}. Export it once more on the laptop it came from.`,
  'needs-passphrase': () =>
    'This package is encrypted. Give the passphrase that it was written with.',
  'wrong-passphrase': () =>
    'The passphrase does not open this package. Type it once more, each word as it was given.',
  'needs-key': () =>
    'This package is encrypted to a research team’s key. Open it with the team’s key file.',
  'not-for-this-key': () =>
    'This package is encrypted to another key. Ask which key it was written for.',
  'too-much-work': () =>
    'Opening this package would take more work than a laptop should do. Have it encrypted by this program.',
  'bad-signature': () =>
    'The signature of this package does not fit what is in it, so it was changed on its way. Export it ' +
    'once more on the laptop it came from.',
  'bad-record': ({ detail }: RefusalFacts) =>
    `This package holds a record that is none (${detail}). Export it once more on the laptop it came from.`,
  'missing-record': ({ detail }: RefusalFacts) =>
    `This package does not hold together (${detail}). Export it once more, with all its workshops.`,
  'too-large': ({ detail }: RefusalFacts) =>
    `This file is larger than a package can be${because(detail)}. Export it in parts, some workshops at a time.`,
  'too-slow': () =>
    'This file took too long to read. Copy it from the stick to this laptop and try again.',
  'reader-failed': () =>
    'The program that reads packages could not be started. Restart Framework Workbook and try again.',
  cancelled: () => 'It was not brought in, as the merge was cancelled.',
  'left-out': () => 'It was not ticked, so nothing of it was brought in.',
  'another-study': ({ detail }: RefusalFacts) =>
    `This package is of another study, “${detail}”, and shares no framework version with this workbook. ` +
    'Bring it in only if you are sure that they belong together.',
  'another-scale': ({ detail }: RefusalFacts) =>
    `Its answers are on a scale of ${detail} levels, which is not the scale of this workbook. Answers are ` +
    'never converted; make a workbook of its own for it.',
  'made-up': () =>
    'Its ratings are made up, for trying the program. They never go into a workbook of real ones.',
  'not-made-up': () =>
    'Its ratings are real, and those of this workbook are made up. Make a workbook of its own for it.',
} as const satisfies Partial<Record<Code, (facts: RefusalFacts) => string>>

/** The reason why a package is refused, in words for people. */
export function packageRefusalMessage(code: keyof typeof refusals, facts: RefusalFacts): string {
  return refusals[code](facts)
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

const notes: Sentences<typeof PACKAGE_NOTES> = {
  'same-id': ({ records }) =>
    `${counted(records, 'record says', 'records say')} something else than the one that is known by the ` +
    'same id. The one that was here counts; the other is kept apart.',
  'new-key': ({ fingerprint }) =>
    `It is signed with a key that was not seen here before: ${fingerprint}. Compare it with its sender ` +
    'if you want to be sure who they are.',
  'changed-key': ({ fingerprint }) =>
    `It comes from a laptop that is known here, but is signed with another key: ${fingerprint}. Ask its ` +
    'sender whether the program was installed anew.',
  'copied-laptop': () =>
    'This laptop wrote one thing here and another thing there, as a copied or restored laptop does. ' +
    'Everything of both is kept.',
  'from-the-future': ({ moment }) =>
    `Some of its records say that they were made at ${moment}, which is yet to come: the clock of a laptop ` +
    'was wrong. Nothing is decided by it.',
  'from-the-past': ({ moment }) =>
    `Some of its records say that they were made at ${moment}, before the framework was loaded: the clock ` +
    'of a laptop was wrong. Nothing is decided by it.',
  'clock-went-back': ({ answers }) =>
    `${counted(answers, 'answer', 'answers')} of one laptop took the place of one that says it was given later: ` +
    'its clock was set back. The order in which they were given holds, not the clock.',
  'unmatched-indicators': ({ ratings, codes }) =>
    `${counted(ratings, 'rating is', 'ratings are')} of indicators that the framework version in use does ` +
    `not have (${codes.join(', ')}). They are kept, and shown with their own version.`,
  'framework-aside': ({ changes }) =>
    `Its framework was changed (${changesInWords(changes)}). Yours stays in use; its version is set aside and ` +
    'kept with its answers.',
  'framework-taken': ({ changes }) =>
    `Its framework is in use from now on, as that was asked for (${changesInWords(changes)}).`,
  'framework-disputed': ({ changes }) =>
    `Its team chose another version of the framework (${changesInWords(changes)}). Choose between them on the ` +
    'page of the framework.',
  'another-study-taken': ({ title }) =>
    `It is of another study, “${title}”, and was brought in because that was asked for.`,
  'unknown-kinds': ({ kinds }) =>
    `It holds records that this version of the program does not know (${kinds.join(', ')}). They are kept ` +
    'and passed on.',
}

/** A note on a merged package, in words for people. */
export function packageNoteMessage({ code, data }: PackageNote): string {
  return sentence(notes, code, data)
}

/** The origin of a package, in a line. */
export function sourceWords({ device, laptop, app, contents, newest }: PackageSource): string {
  const what = {
    everything: 'everything',
    workshops: 'some workshops',
    setup: 'a set-up without ratings',
  }[contents]
  const until = newest === null ? '' : `, newest record ${newest}`
  const who = laptop === undefined ? `device ${device}` : `the laptop ${laptop} (device ${device})`
  return `${what} of ${who}, version ${app}${until}`
}

/** The counts of a merge in the order of their sum: the first is what the others add up to. */
export const COUNT_NAMES = [
  'read',
  'new',
  'known',
  'conflicting',
  'withdrawn',
  'rejected',
] as const satisfies readonly (keyof RecordCounts)[]

/** A column of the table of a merge's packages, the same on screen and on the command line. */
export interface PackageColumn {
  readonly name: string
  readonly of: (account: PackageAccount) => string | number
}

/** The counts of the table; the last two only where there are any. */
const TABLE_COUNTS = ['new', 'known', 'conflicting', 'withdrawn', 'rejected'] as const
const ONLY_IF_ANY: readonly (keyof RecordCounts)[] = ['withdrawn', 'rejected']

/** The columns that say of each package where it comes from, and what became of its records. */
export function packageColumns(accounts: readonly PackageAccount[]): readonly PackageColumn[] {
  const isShown = (name: keyof RecordCounts): boolean =>
    !ONLY_IF_ANY.includes(name) || accounts.some(account => account[name] > 0)
  return [
    { name: 'laptop', of: ({ source }) => (source ? laptopOfSource(source) : '') },
    { name: 'workshop', of: ({ workshops }) => workshopsInShort(workshops ?? []) },
    { name: 'people', of: ({ people }) => people ?? '' },
    ...TABLE_COUNTS.filter(isShown).map(name => ({
      name,
      of: (account: PackageAccount) => account[name],
    })),
  ]
}

/** The name of the laptop of a package or, where it has none, the end of its id. */
const laptopOfSource = ({ laptop, device }: PackageSource): string =>
  laptop ?? `laptop ${device.slice(-12)}`

/** The most workshops that are named in a row. */
const NAMED_WORKSHOPS = 2

/** The first workshops by title, and how many more. */
function workshopsInShort(titles: readonly string[]): string {
  const more = titles.length - NAMED_WORKSHOPS
  const named = titles.slice(0, NAMED_WORKSHOPS).join(', ')
  return more > 0 ? `${named} and ${more} more` : named
}

/** Names of the figures of a workbook before and after a merge. */
export const TOTAL_NAMES = [
  ['workshops', 'Workshops'],
  ['participants', 'Participants'],
  ['ratings', 'Current ratings'],
  ['ratingRecords', 'Ratings with their history'],
  ['conflicts', 'Conflicts'],
  ['withdrawn', 'People who withdrew'],
] as const satisfies readonly (readonly [keyof WorkbookTotals, string])[]

/** Names of the rules for resolving conflicts, with what each does. */
export const RESOLUTION_RULE_WORDS: Readonly<
  Record<ResolutionRule, { readonly label: string; readonly hint: string }>
> = {
  'same answer': {
    label: 'Where both say the same',
    hint: 'Joins answers and comments that are alike; nothing is decided.',
  },
  later: {
    label: 'The later one',
    hint: 'By the laptops’ clocks. Nothing is decided where one of them was wrong.',
  },
  screen: {
    label: 'The screen’s over the paper’s',
    hint: 'Where one was given on a screen and the other was keyed in.',
  },
  paper: {
    label: 'The paper’s over the screen’s',
    hint: 'Where one was keyed in from paper and the other was given on a screen.',
  },
}

/** Says why a rule by time left conflicts open; empty where it left none for that. */
export const clocksWords = (clocks: number): string =>
  clocks === 0
    ? ''
    : `${countedRecords(clocks, 'has an answer', 'have an answer')} of a laptop whose clock was wrong, so that ` +
      'nobody knows which is the later one: choose by hand or by another rule.'

/** The way in which a conflict was resolved, for the list of resolved conflicts. */
export const resolvedByWords = (rule: ResolvedBy): string =>
  rule === 'by hand' ? 'chosen by hand' : `by the rule “${RESOLUTION_RULE_WORDS[rule].label}”`

const countedRecords = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

/** Words for the last answers that were saved and are not in a file. */
export const lastSavesMissing = (count: number): string =>
  count === 1
    ? 'The last answer that was saved is missing here.'
    : `The last ${count} answers and words that were saved are missing here.`

/** Words for each check of a workbook: `sound` when it holds, the other words when it does not. */
export const verifyWords = {
  opens: { sound: 'It opens as a workbook.' },
  integrity: {
    sound: 'Every page and index of the file is whole.',
    broken: (first: string): string => `The file is damaged: ${first}.`,
  },
  references: {
    sound: 'Every record that another one names is there.',
    broken: (count: number, tables: readonly string[]): string =>
      `${countedRecords(count, 'record names', 'records name')} one that is not there, in ${tables.join(', ')}.`,
  },
  schema: {
    sound: 'It has exactly the tables of this format.',
    broken: 'Its tables are not those of this format.',
  },
  durability: {
    sound: 'What is saved is on the disk before it counts as saved.',
    broken: 'Its first bytes name no way of writing that outlives a power cut.',
    missing: lastSavesMissing,
  },
  records: {
    sound: 'Every record that was made here is here and says what it said when it was written.',
    broken: (what: readonly string[]): string =>
      `${countedRecords(what.length, 'record is', 'records are')} not as written, such as ${what[0]}.`,
  },
  ratings: {
    sound: 'Every rating is of an indicator of its framework and a level of the scale.',
    broken: (offScale: number, without: number): string =>
      `${countedRecords(offScale, 'rating is', 'ratings are')} off the scale and ` +
      `${countedRecords(without, 'is', 'are')} of no indicator of the framework.`,
  },
  supersessions: {
    sound: 'Every record that takes the place of another is about the same.',
    broken: (count: number): string =>
      `${countedRecords(count, 'record takes', 'records take')} the place of one that is about something else or not there.`,
  },
  receipts: {
    sound: 'Every record that came with a package is here and says what it said when it came.',
    broken: (what: readonly string[]): string =>
      `These do not agree with what is here: ${what.join(', ')}.`,
  },
  frameworks: {
    sound: 'Every framework version is word for word what its hash says.',
    broken: (hashes: readonly string[]): string =>
      `The words of the framework ${hashes.join(', ')} are not those that were loaded.`,
  },
} as const
