import { z } from 'zod'
import type { Criterion } from './vocabulary.ts'

/** One level of a scale: its value (1 is the lowest) and its label. */
export interface Level {
  readonly value: number
  readonly label: string
}

/** The ordered answers to each criterion. `levels` are listed lowest first. */
export interface Scale {
  readonly length: ScaleLength
  readonly levels: Readonly<Record<Criterion, readonly Level[]>>
}

/** The number of levels of a workbook's scale. */
export const scaleLength = z.literal([3, 4, 5, 6, 7, 9, 10])
export type ScaleLength = z.infer<typeof scaleLength>

export const DEFAULT_SCALE_LENGTH: ScaleLength = 5

/** The number of highest levels that count as favourable, and of lowest levels as unfavourable. */
export const FAVOURABLE_LEVELS = 2

/** The labels of the levels of a scale of each length, for each criterion, lowest first. */
export const SCALE_LABELS: Readonly<
  Record<ScaleLength, Readonly<Record<Criterion, readonly string[]>>>
> = {
  3: {
    usefulness: ['Not useful', 'In between', 'Useful'],
    usability: ['Hard to use', 'In between', 'Easy to use'],
  },
  4: {
    usefulness: ['Not useful at all', 'Not very useful', 'Useful', 'Very useful'],
    usability: ['Very hard to use', 'Hard to use', 'Easy to use', 'Very easy to use'],
  },
  5: {
    usefulness: ['Not useful at all', 'Not very useful', 'In between', 'Useful', 'Very useful'],
    usability: ['Very hard to use', 'Hard to use', 'In between', 'Easy to use', 'Very easy to use'],
  },
  6: {
    usefulness: [
      'Not useful at all',
      'Not useful',
      'Rather not useful',
      'Rather useful',
      'Useful',
      'Very useful',
    ],
    usability: [
      'Very hard to use',
      'Hard to use',
      'Rather hard to use',
      'Rather easy to use',
      'Easy to use',
      'Very easy to use',
    ],
  },
  7: {
    usefulness: [
      'Not useful at all',
      'Not useful',
      'Rather not useful',
      'In between',
      'Rather useful',
      'Useful',
      'Very useful',
    ],
    usability: [
      'Very hard to use',
      'Hard to use',
      'Rather hard to use',
      'In between',
      'Rather easy to use',
      'Easy to use',
      'Very easy to use',
    ],
  },
  9: {
    usefulness: [
      'Not useful at all',
      'Not useful',
      'Not very useful',
      'Just below the middle',
      'In between',
      'Just above the middle',
      'Quite useful',
      'Useful',
      'Very useful',
    ],
    usability: [
      'Impossible to use',
      'Very hard to use',
      'Hard to use',
      'Just below the middle',
      'In between',
      'Just above the middle',
      'Quite easy to use',
      'Easy to use',
      'Very easy to use',
    ],
  },
  10: {
    usefulness: [
      'Not useful at all',
      'Not useful',
      'Not very useful',
      'Rather not useful',
      'Just below the middle',
      'Just above the middle',
      'Rather useful',
      'Quite useful',
      'Useful',
      'Very useful',
    ],
    usability: [
      'Impossible to use',
      'Very hard to use',
      'Hard to use',
      'Rather hard to use',
      'Just below the middle',
      'Just above the middle',
      'Rather easy to use',
      'Quite easy to use',
      'Easy to use',
      'Very easy to use',
    ],
  },
}

const toLevels = (labels: readonly string[]): readonly Level[] =>
  labels.map((label, index) => ({ value: index + 1, label }))

/** The scale with this many levels, every level labelled for each criterion; in English unless other labels are given. */
export function scaleOf(length: ScaleLength, inLanguage = SCALE_LABELS): Scale {
  const labels = inLanguage[length]
  return {
    length,
    levels: { usefulness: toLevels(labels.usefulness), usability: toLevels(labels.usability) },
  }
}

/** The question that each criterion asks of an indicator, in words for everyone. */
export const CRITERION_QUESTIONS: Readonly<Record<Criterion, string>> = {
  usefulness: 'How useful would it be to know this?',
  usability: 'How easy would it be to collect and use?',
}
