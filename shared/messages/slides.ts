/** The words of the slides that the report does not have. */
export const SLIDES = {
  map: 'Priority map',
  keep: 'What can be kept as it is',
  sections: 'Section by section',
  groups: 'By stakeholder group',
  rounds: 'Round by round',
  methods: 'How these figures were made',
  indicators: 'Indicators',
  none: 'No priority',
  more: (count: number): string => `and ${count} more, in the report`,
  shareHint:
    'Mean over indicators of the share of answers in the two highest levels, in percent. Each figure rests on those who chose a level.',
  scale: (levels: number): string => `Rated on ${levels} levels, for usefulness and usability.`,
  favourable: 'Favourable is the share of answers in the two highest levels.',
} as const
