import type { Words } from '../../../shared/languages/english.ts'
import type { FileWords } from '../../../shared/languages/file-words.ts'
import type { SheetWords } from '../../../shared/languages/sheet-words.ts'
import type { FeedbackWords } from '../../../shared/messages/feedback.ts'

/** A message of a language by its name, as it is said of an example. */
export interface SpokenMessage {
  readonly name: string
  readonly text: string
}

/** The examples that a sentence is made from, where two, three and four will not do. */
const EXAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  plainLevel: ['Useful'],
  'rating.notSaved': ['refused', 'Disk is locked.'],
  'files.readMe.people': [2, 'research'],
  'files.readMe.choices.rounds': [[2, 3]],
  'files.documents.report.finding': [{ keep: 2 }, 4],
  'files.documents.report.answersTo': ['usefulness', 'Health'],
  'files.documents.report.agreement': ['usefulness'],
  'files.documents.report.alphaRestsOn': [{ n: 20, indicators: 3 }],
  'files.documents.report.agreementRestsOn': [{ n: 20, indicators: 3, kendallN: 4 }],
  'files.documents.kindOf': ['agreed', 'none', ''],
  'files.documents.otherWordsOf': [{ answers: 2, of: 9 }],
  'files.documents.charts.basis': [
    { participants: 12, groups: ['DfE', 'Ofsted'], round: 3, wording: 'plain', levelsOnly: false },
  ],
  'files.documents.charts.map.title': [
    { keep: 2, 'make usable': 1, 'make useful': 0, rethink: 3 },
    { shown: 6, all: 9 },
  ],
  'files.documents.charts.map.shares': [4, 5, true],
  'files.documents.charts.answers.title': [
    'usefulness',
    [
      { name: 'A-1', favourable: 0.75 },
      { name: 'A-2', favourable: 0.25 },
    ],
  ],
  'files.documents.charts.answers.others': [{ dontKnow: 2, notApplicable: 3, missing: 4 }],
  'files.documents.charts.groups.title': [
    'usability',
    'favourable',
    {
      name: 'A-1',
      lowest: { group: 'DfE', value: 0.25 },
      highest: { group: 'Ofsted', value: 0.75 },
    },
  ],
  'files.documents.charts.groups.step': [0.2, 0.4],
}

/** The numbers that stand in for whatever else a sentence is made from. */
const NUMBERS = [2, 3, 4]

/** The words of a language: those of the screens, of the page for the next round, of paper, and of files. */
export type SpokenWords = Words & {
  readonly feedback?: FeedbackWords
  readonly sheets?: SheetWords
  readonly files?: FileWords
}

/** Every message of a language, in its order. */
export function spokenMessages(words: SpokenWords): readonly SpokenMessage[] {
  const inside = (value: unknown, name: string): readonly SpokenMessage[] => {
    if (typeof value === 'string') return [{ name, text: value }]
    if (typeof value === 'function') {
      const given = EXAMPLES[name] ?? NUMBERS.slice(0, value.length)
      return [{ name, text: String(value(...given)) }]
    }
    return Object.entries(value as object).flatMap(([part, one]) =>
      inside(one, name === '' ? part : `${name}.${part}`),
    )
  }
  return inside(words, '')
}
