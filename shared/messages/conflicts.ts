import type { SettledBy, SettlingRule } from '../model/conflict.ts'

/** What each rule for settling is called, and what it does. */
export const SETTLING_WORDS: Readonly<
  Record<SettlingRule, { readonly label: string; readonly hint: string }>
> = {
  'same answer': {
    label: 'Where both say the same',
    hint: 'Joins answers and comments that are alike; nothing is decided.',
  },
  later: {
    label: 'The later one',
    hint: 'By the laptops’ clocks, which may be wrong.',
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

/** How a settlement was come by, for the list of settled conflicts. */
export const settledByWords = (rule: SettledBy): string =>
  rule === 'by hand' ? 'chosen by hand' : `by the rule “${SETTLING_WORDS[rule].label}”`
