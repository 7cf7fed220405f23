import type { ChangeCounts, RewordedField } from '../model/versions.ts'

/** What the texts of an indicator are called. */
export const FIELD_NAMES: Readonly<Record<RewordedField, string>> = {
  title: 'Title',
  outcome: 'Expected outcome',
  definition: 'Definition',
  dataType: 'Data type',
  status: 'Status',
  source: 'Source',
  unit: 'Unit',
  population: 'Population',
  easyRead: 'Plain wording',
  rationale: 'Why it is there',
  notes: 'Notes',
}

/** The kinds of change in the order in which they are told, as they are called. */
const CHANGE_NAMES = {
  added: 'Added',
  removed: 'Removed',
  reworded: 'Reworded',
  moved: 'Moved',
  recoded: 'Recoded',
  split: 'Split',
  restored: 'Brought back',
  unchanged: 'Unchanged',
} as const satisfies Record<keyof ChangeCounts, string>

/** The kinds of change in the order in which they are told. */
const CHANGE_KINDS = Object.keys(CHANGE_NAMES) as readonly (keyof ChangeCounts)[]

/** A difference in one line: `2 added, 1 reworded`; what did not happen is left out. */
export function changesInWords(counts: ChangeCounts): string {
  const told = CHANGE_KINDS.filter(kind => kind !== 'unchanged' && counts[kind] > 0)
  if (told.length === 0) return 'nothing changed'
  return told.map(kind => `${counts[kind]} ${CHANGE_NAMES[kind].toLowerCase()}`).join(', ')
}

/** Where an indicator stands, in words: its sections and its number in the whole order. */
export const placeInWords = ({
  section,
  position,
}: {
  readonly section: readonly string[]
  readonly position: number
}): string => `${section.join(' › ')}, number ${position}`
