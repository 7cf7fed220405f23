import type { Priority, SetAgreement } from '../model/results.ts'
import type { Criterion } from '../model/vocabulary.ts'
import { counted, formatCount, formatShare } from './figures.ts'
import { CRITERION_NAMES } from './results.ts'

/** The words of the report. */
export const REPORT = {
  subtitle: (framework: string): string => `How useful and how easy to use: ${framework}`,
  madeUp: 'Made up: nobody gave these ratings. They are here to try the program.',
  newest: (day: string): string => `Newest record: ${day}`,
  round: (round: number): string => `Round ${round}`,
  atAGlance: 'At a glance',
  finding: (counts: Readonly<Record<Priority, number>>, total: number): string =>
    total === 0
      ? 'No indicator has answers on both criteria yet.'
      : `Of ${formatCount(total)} indicators with answers on both criteria, ` +
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
  sections: 'Section by section',
  wrote: 'What people wrote',
  agreement: (criterion: Criterion): string =>
    `Agreement over all indicators, ${CRITERION_NAMES[criterion].toLowerCase()}`,
  agreementRestsOn: ({ n, indicators, kendallN }: SetAgreement): string =>
    `Alpha rests on ${formatCount(n)} answers to ${counted(indicators, 'indicator', 'indicators')}, ` +
    `W on ${counted(kendallN, 'person', 'people')}.`,
  methods: 'How these figures were made',
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
    'the fewest people who would have to change their answer to change the verdict.',
} as const
