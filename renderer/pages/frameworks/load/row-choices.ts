import type { CheckChoices } from '../../../../shared/model/check.ts'

/** Everything about a row is open again: it is read as the file has it. */
export const readAsBefore = (choices: CheckChoices, row: number): CheckChoices => ({
  ...choices,
  headings: (choices.headings ?? []).filter(each => each.row !== row),
  indicators: (choices.indicators ?? []).filter(each => each !== row),
})

/** A row is the title of a section, at a level from 0. */
export function makeHeading(choices: CheckChoices, row: number, level: number): CheckChoices {
  const before = readAsBefore(choices, row)
  return { ...before, headings: [...(before.headings ?? []), { row, level }] }
}

/** A row is an indicator, whatever it looks like. */
export function makeIndicator(choices: CheckChoices, row: number): CheckChoices {
  const before = readAsBefore(choices, row)
  return { ...before, indicators: [...(before.indicators ?? []), row] }
}

/** Indicators stand in the section with this title. */
export function giveSection(
  choices: CheckChoices,
  rows: readonly number[],
  title: string,
): CheckChoices {
  const others = takeSectionBack(choices, rows).sections ?? []
  return { ...choices, sections: [...others, ...rows.map(row => ({ row, title }))] }
}

/** Indicators stand in the section that the file gives them. */
export const takeSectionBack = (choices: CheckChoices, rows: readonly number[]): CheckChoices => ({
  ...choices,
  sections: (choices.sections ?? []).filter(({ row }) => !rows.includes(row)),
})

/** Indicators without a code are numbered in this way; null for what the program does by itself. */
export function numberCodes(
  { numberCodes: _, ...choices }: CheckChoices,
  by: NonNullable<CheckChoices['numberCodes']> | null,
): CheckChoices {
  return by === null ? choices : { ...choices, numberCodes: by }
}

/** Codes that several indicators have become different in this way; null for no way yet. */
export function settleRepeats(
  { repeatedCodes: _, ...choices }: CheckChoices,
  by: NonNullable<CheckChoices['repeatedCodes']> | null,
): CheckChoices {
  return by === null ? choices : { ...choices, repeatedCodes: by }
}
