/** The words of the report in Word that the report to print does not have. */
export const WORD = {
  contents: 'Contents',
  criterion: 'Criterion',
  medianIqr: 'Median [quartiles]',
  noPriority: 'No priority',
  noPriorityHint: 'Nobody answered, or fewer than the rule asks for, on one of the two questions.',
  resultsOf: (section: string, round: number): string =>
    `Results of ${section}, round ${round}, over everyone`,
  rounds: 'Round by round',
  roundsOf: 'Participants and verdicts in each round',
  round: 'Round',
  people: 'Participants',
  moved: (from: number, to: number): string =>
    `Answers that moved from round ${from} to round ${to}, over all indicators`,
  movedColumns: [
    'Criterion',
    'In both rounds',
    'Up',
    'Down',
    'The same',
    'Only later',
    'Only earlier',
  ],
  groups: 'By stakeholder group',
  groupsOf: 'Participants of each stakeholder group',
  group: 'Group',
  charts: 'Charts',
  words: 'The words that were rated',
  wordsHint: 'As people had them before them in this round.',
  wordsOf: (round: number): string => `Words of every indicator, round ${round}`,
  code: 'Code',
  title: 'Title',
  definition: 'Definition',
  plain: 'In plain words',
  item: 'Item',
  appendix: 'Appendix: each item, round and group',
  appendixOf: (levels: number): string =>
    `Each item by criterion, round and group: n, median [quartiles] on 1 to ${levels}, share of answers in the two highest levels, and verdict`,
  appendixHint:
    'n is how many chose a level. Everyone’s verdict is by the rule as it stands; a group’s is the rule applied to that group alone.',
} as const
