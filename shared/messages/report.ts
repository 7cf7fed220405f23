import type { ExportScope, Release } from '../model/exports.ts'
import { ENOUGH_ANSWERS, type Priority, type SetAgreement } from '../model/results.ts'
import type { ConsensusRule } from '../model/rules.ts'
import type { Criterion } from '../model/vocabulary.ts'
import { counted, formatCount, formatShare } from './figures.ts'
import { RELEASE_WORDS } from './releases.ts'
import { CRITERION_NAMES } from './results.ts'

/** The words of the report. */
export const REPORT = {
  subtitle: (framework: string): string => `How useful and how easy to use: ${framework}`,
  madeUp: 'Made up: nobody gave these ratings. They are here to try the program.',
  newest: (day: string): string => `Newest record: ${day}`,
  round: (round: number): string => `Round ${round}`,
  atAGlance: 'At a glance',
  contents: 'Contents',
  finding: (counts: Readonly<Record<Priority, number>>, total: number): string =>
    total === 0
      ? 'No indicator has enough answers on both criteria yet.'
      : `Of ${formatCount(total)} indicators with enough answers on both criteria, ` +
        `${formatCount(counts.keep)} (${formatShare(counts.keep / total)}) can be kept as they are.`,
  tiles: {
    participants: 'participants',
    workshops: 'workshops',
    indicators: 'indicators',
    answered: 'of all answers given',
  },
  priorities: 'What to do with each indicator',
  more: (count: number): string => `and ${formatCount(count)} more, listed under their sections`,
  none: 'None.',
  differ: 'Where people differ most',
  differHint: 'The lowest agreement among indicators that at least half of the participants rated.',
  close: (count: number): string =>
    count === 1
      ? 'For one indicator a verdict would change if one person changed their mind.'
      : `For ${formatCount(count)} indicators a verdict would change if one person changed their mind.`,
  howToRead: 'How to read this',
  left: 'left out: few people',
  nobody: 'nobody',
  sections: 'Section by section',
  resultsOf: (section: string): string => `Results of ${section}, over everyone`,
  byGroup: (section: string): string =>
    `${section} by stakeholder group: share favourable and, under it, n and median`,
  /** The words of a figure that shows the indicators from one code to another. */
  partOf: (words: string, from: string, to: string): string => `${words}, ${from} to ${to}`,
  answersTo: (criterion: Criterion, section: string): string =>
    `${CRITERION_NAMES[criterion]}: how people answered, ${section}`,
  mapCaption: 'Usefulness against usability of every indicator',
  criterion: 'Criterion',
  wrote: 'What people wrote',
  agreement: (criterion: Criterion): string =>
    `Agreement over all indicators, ${CRITERION_NAMES[criterion].toLowerCase()}`,
  alphaRestsOn: ({ n, indicators }: SetAgreement): string =>
    `Alpha rests on ${formatCount(n)} answers to ${counted(indicators, 'indicator', 'indicators')}.`,
  agreementRestsOn: ({ n, indicators, kendallN }: SetAgreement): string =>
    `Alpha rests on ${formatCount(n)} answers to ${counted(indicators, 'indicator', 'indicators')}, ` +
    `W on ${counted(kendallN, 'person', 'people')}.`,
  methods: 'How these figures were made',
  methodsOfStudy: 'Methods',
  columns: {
    indicator: 'Indicator',
    n: 'n',
    median: 'Median',
    favourable: 'Favourable',
    verdict: 'Verdict',
    kind: 'How people differ',
    priority: 'Priority',
    changes: 'Changes to flip',
  },
  columnHint:
    'n is how many chose a level; favourable is the share in the two highest levels; changes to flip is ' +
    'the fewest people who would have to change their answer to change the verdict. ' +
    `* Fewer than ${ENOUGH_ANSWERS} chose a level: one person weighs heavily.`,
  fewMark: '*',
  tooFew: 'too few answers',
  tooFewList: 'Too few answers to say',
  tooFewHint: (fewest: number): string =>
    `Fewer than ${fewest} answers to one of the two questions, or to both.`,
} as const

/** Descriptions of the sheets, in the order of the sheets. */
export const SHEET_WORDS = {
  'Read me': 'This page.',
  Summary: 'One row for each indicator: its priority, and how it did on each criterion.',
  Charts: 'The results as pictures, to copy into a report or onto a slide.',
  Results: 'One row for each indicator and criterion, over everyone counted.',
  'By group': 'One row for each indicator, criterion and stakeholder group.',
  Rounds: 'One row for each indicator, criterion and round, over everyone counted.',
  Agreement: 'How far people agree over all indicators, for each criterion.',
  Appendix: 'The table for the appendix of a paper: each item, round and group in one line.',
  Comments: 'What people wrote beside their answers, exactly as typed.',
  Suggestions: 'What people would word better, and what they miss.',
  Ratings: 'Every current rating of the workshops, groups and rounds chosen, one a row.',
  'Show of hands':
    'Answers of groups whose people are not told apart: one row for each line and answer, with the hands for it.',
  Participants: 'Who took part: codes and groups only.',
  Framework: 'The indicators. This sheet can be loaded as a framework again.',
  'Framework versions':
    'Every word of every indicator in each framework version, as people had it before them.',
  Diary: 'What was done with the study and when: packages, rounds, rules, and notes of the team.',
  Codebook: 'What each column of each sheet means.',
} as const

/** The words of the sheet of pictures. */
export const CHART_SHEET = {
  title: 'Charts',
  lead: 'The figures of the sheets Results and By group as pictures: copy them into a report or onto a slide. Each says what it rests on.',
  /** Said where a framework is so large that drawing it all would take minutes. */
  mapOnly:
    'The priority map as a picture: copy it into a report or onto a slide. Other charts of so many indicators are saved one page at a time from the program.',
  map: 'Priority map',
  part: (from: string, to: string): string => `, ${from} to ${to}`,
  answers: (criterion: string, part: string): string => `${criterion}: how people answered${part}`,
  groups: (criterion: string, part: string): string => `${criterion}: groups side by side${part}`,
} as const

/** The words of the sheet Read me: what a reader must know before they trust a figure. */
export const READ_ME = {
  program: (version: string): string => `Framework Workbook ${version}`,
  madeUp: 'MADE UP: the ratings in this file were made up to try the program. Nobody gave them.',
  round: (round: number): string => `${round} (the sheet Rounds has the others)`,
  wording: {
    title: 'Only answers given to the title as it stands.',
    plain: 'Only answers given to the plain wording.',
    easy: 'Only answers given to easy read.',
  },
  people: (count: number, release: Release): string => {
    if (release !== 'research') return RELEASE_WORDS.atLeast(count)
    return count === 1 ? '1 participant' : `${count} participants`
  },
  labels: {
    about: 'What this is',
    warning: 'Warning',
    newest: 'Newest record',
    program: 'Written by',
    counted: 'Counted here',
    round: 'Round',
    participants: 'Participants',
    wording: 'Words on screen',
    conflicts: 'Conflicts',
    workshop: 'Workshop',
    facilitated: 'Facilitated by',
    group: 'Group',
    framework: 'Framework',
    title: 'Title',
    hash: 'Version (SHA-256)',
    indicators: 'Indicators',
    rule: 'Consensus rule',
    ruleName: 'Rule',
    ruleWords: 'In words',
    ruleSource: 'Source',
    priorities: 'What the priorities mean',
    kinds: 'What the kinds of disagreement mean',
    definitions: 'How the figures are computed',
    quantiles: 'median, q1, q3, p30, p70',
    choices: 'Choices',
    people: 'People',
    comments: 'Comments',
    smallGroups: 'Small groups',
    rounds: 'Ratings listed',
    sheets: 'Sheets',
  },
  choices: {
    codes: 'Participants have the codes of their workshops.',
    pseudonyms:
      'Participants have pseudonyms of this file alone: another choice, or one more record, gives ' +
      'everyone another. What else could link a rating to other files is left out: the identity of ' +
      'its record, its moment and its device.',
    comments: 'In it, exactly as typed.',
    noComments: 'Left out.',
    shown: `Every figure is in it; those of fewer than ${ENOUGH_ANSWERS} people are marked.`,
    hidden: (under: number): string =>
      `Figures of fewer than ${under} people are left out, and further groups where those could be ` +
      'had by taking one figure from another. No row about one person says the group.',
    allRounds: 'Those of every round.',
    rounds: (rounds: readonly number[]): string =>
      `Those of ${rounds.length === 1 ? 'round' : 'rounds'} ${rounds.join(', ')}.`,
  },
  about:
    'Ratings of a draft framework of indicators, given in workshops, and the results computed from ' +
    'them. The newest record says how recent they are.',
  definitions: {
    n: 'Participants who chose a level. Every figure rests on n alone; "don’t know", "not applicable" and missing are counted beside it, never as 0.',
    missing:
      'Participants in scope who were asked for the indicator in this round and gave no answer: asked - n - don’t know - not applicable.',
    mean: 'Arithmetic mean of the values of the levels chosen.',
    sd: 'Standard deviation of the sample, with n - 1; empty for fewer than two answers.',
    mean_absolute_deviation: 'Mean distance of the answers from their median, in levels.',
    favourable: 'Share of n in the two highest levels.',
    unfavourable: 'Share of n in the two lowest levels.',
    agreement_a:
      'Agreement A (van der Eijk, 2001): 1 for one voice, 0 for an even spread, -1 for two poles.',
    changes_to_flip:
      'The fewest people who would have to change their answer to change the verdict.',
  },
  ruleName: ({ title, name, version }: ConsensusRule): string =>
    `${title} (${name}, version ${version})`,
} as const

/** The sentences about choices; other languages say the same. */
interface ChoiceWords {
  readonly codes: string
  readonly pseudonyms: string
  readonly comments: string
  readonly noComments: string
  readonly shown: string
  readonly hidden: (under: number) => string
  readonly allRounds: string
  readonly rounds: (rounds: readonly number[]) => string
}

const { choices: ENGLISH } = READ_ME

/** The choice of rounds whose ratings are listed. */
export const roundsWords = ({ rounds }: ExportScope, said: ChoiceWords = ENGLISH): string =>
  rounds ? said.rounds(rounds) : said.allRounds

/** The choice about the names of people. */
export const peopleWords = (
  { people = 'codes' }: ExportScope,
  said: ChoiceWords = ENGLISH,
): string => said[people]

/** The choice about free texts. */
export const commentsWords = ({ comments }: ExportScope, said: ChoiceWords = ENGLISH): string =>
  comments === false ? said.noComments : said.comments

/** The choice about the figures of few people. */
export const smallGroupsWords = (
  { hideUnder }: ExportScope,
  said: ChoiceWords = ENGLISH,
): string => (hideUnder === undefined ? said.shown : said.hidden(hideUnder))

/** The readers that a file is for, and what it has for that reason. */
export function releaseWords({ release = 'research', hideUnder = ENOUGH_ANSWERS }: ExportScope) {
  const { told } = RELEASE_WORDS
  return release === 'research' ? told.research : told[release](hideUnder)
}

/** The choices about the people in an export, in sentences. */
export const choiceSentences = (scope: ExportScope): readonly string[] => [
  releaseWords(scope),
  ...(scope.release === 'tables' || scope.release === 'rows' ? [] : researchSentences(scope)),
]

const researchSentences = (scope: ExportScope): readonly string[] => [
  `Ratings listed: ${roundsWords(scope)}`,
  peopleWords(scope),
  `What people wrote: ${commentsWords(scope)}`,
  smallGroupsWords(scope),
]
