import type { IndicatorText } from '../model/framework.ts'
import type { Wording } from '../model/rating.ts'
import { CRITERION_QUESTIONS, type Level } from '../model/scale.ts'
import type { Criterion } from '../model/vocabulary.ts'
import { sectionPath } from './framework.ts'

/** The words around an indicator that change with its wording. */
export interface WordsAround {
  /** The question that each criterion asks. */
  readonly questions: Readonly<Record<Criterion, string>>
  /** The word for an indicator. */
  readonly thing: string
  /** Names the list of all indicators. */
  readonly all: string
  /** Leads to the list of all indicators. */
  readonly seeAll: string
  /** Names the facts that can be opened. */
  readonly more: string
  /** Tells whoever comes in what they will see, and for how many minutes. */
  readonly firstTime: (count: number, minutes: number) => string
  /** Tells whoever rated before what they are asked once more. */
  readonly again: (count: number) => string
  /** Tells that the indicators are others than a moment ago. */
  readonly changed: string
}

/** A number of minutes in words. */
export const minutesOf = (minutes: number): string =>
  minutes === 1 ? '1 minute' : `${minutes} minutes`

/** The words of people who read no title: for them an indicator is a question. */
const AROUND_PLAIN: WordsAround = {
  questions: {
    usefulness: 'Would it help to know this?',
    usability: 'Would this be easy to find out?',
  },
  thing: 'Question',
  all: 'All questions',
  seeAll: 'See all questions',
  more: 'More about this',
  firstTime: (count, minutes) =>
    `You will see ${count === 1 ? '1 question' : `${count} questions, one at a time`}. For each we ask two things: would it help to know this, and would it be easy to find out. That takes most people about ${minutesOf(minutes)}.`,
  again: count =>
    `The room has talked${count === 1 ? ' about 1 question' : ''}. Please rate ${count === 1 ? 'it' : `${count} questions`} once more, as you think now: your answer may be the same as before or another.`,
  changed: 'The questions have just been changed',
}

/** The words that a participant reads around an indicator in each wording. */
export const WORDS_AROUND: Readonly<Record<Wording, WordsAround>> = {
  title: {
    questions: CRITERION_QUESTIONS,
    thing: 'Indicator',
    all: 'All indicators',
    seeAll: 'See all indicators',
    more: 'More about this indicator',
    firstTime: (count, minutes) =>
      `You will see ${count === 1 ? '1 indicator' : `${count} indicators, one at a time`}. For each we ask two things: how useful it is, and how easy it is to use. That takes most people about ${minutesOf(minutes)}.`,
    again: count =>
      `The room has talked${count === 1 ? ' about 1 indicator' : ''}. Please rate ${count === 1 ? 'it' : `${count} indicators`} once more, as you think now: your answer may be the same as before or another.`,
    changed: 'The indicators have just been changed',
  },
  plain: AROUND_PLAIN,
  easy: AROUND_PLAIN,
}

export interface WordingChoice {
  /** The name of the wording where all stand side by side. */
  readonly name: string
  /** The offer to show it, in a menu. */
  readonly show: string
}

/** The words by which a participant chooses a wording. */
export const WORDING_CHOICES: Readonly<Record<Wording, WordingChoice>> = {
  title: { name: 'Title', show: 'Show the title' },
  plain: { name: 'Plain words', show: 'Show plain words' },
  easy: { name: 'Easy read', show: 'Show easy read' },
}

type Worded = Pick<IndicatorText, 'title' | 'easyRead'>

/** The wording in which an indicator is shown: the wanted one, or its title where it has no other. */
export const shownWording = ({ easyRead }: Worded, wanted: Wording): Wording =>
  easyRead === '' ? 'title' : wanted

/** The field with the words of an indicator in a wording: its title, where it has no other. */
export const wordsField = (wording: Wording, indicator: Worded): keyof Worded =>
  shownWording(indicator, wording) === 'title' ? 'title' : 'easyRead'

/** The words of an indicator in a wording: its title, where it has no other. */
export const wordsIn = (wording: Wording, indicator: Worded): string =>
  indicator[wordsField(wording, indicator)]

/** The section of an indicator in a wording: the path of titles, or in easy read the last of them. */
export const sectionIn = (wording: Wording, section: readonly string[]): string =>
  wording === 'easy' ? (section.at(-1) ?? '') : sectionPath(section)

/** A text as short lines: a sentence on each. */
export const shortLines = (text: string): readonly string[] =>
  [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  )

/** The label of a level in plain words and easy read. */
export const plainLevel = (label: string): string => label.replace(/ to use$/, '')

/** The levels of a criterion in a wording; their values and their order are always the same. */
export const levelsIn = (
  wording: Wording,
  levels: readonly Level[],
  inPlain = plainLevel,
): readonly Level[] =>
  wording === 'title'
    ? levels
    : levels.map(({ value, label }) => ({ value, label: inPlain(label) }))
