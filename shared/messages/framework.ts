import type { ChangeCounts, VersionChange } from '../model/framework.ts'
import type { DataType, Status } from '../model/vocabulary.ts'

/** The kinds of change in the order in which they are told, as they are called. */
export const CHANGE_NAMES = {
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
export const CHANGE_KINDS = Object.keys(CHANGE_NAMES) as readonly (keyof ChangeCounts)[]

/** The kinds that a change is of: one indicator can be reworded, moved and recoded at once. */
export function kindsOf(change: VersionChange): readonly (keyof ChangeCounts)[] {
  if (change.kind !== 'changed') return [change.kind]
  return [
    ...(change.isRestored ? (['restored'] as const) : []),
    ...(change.reworded.length > 0 ? (['reworded'] as const) : []),
    ...(change.moved ? (['moved'] as const) : []),
    ...(change.recoded ? (['recoded'] as const) : []),
  ]
}

/** A difference in one line: `2 added, 1 reworded`; what did not happen is left out. */
export function changesInWords(counts: ChangeCounts): string {
  const told = CHANGE_KINDS.filter(kind => kind !== 'unchanged' && counts[kind] > 0)
  if (told.length === 0) return 'nothing changed'
  return told.map(kind => `${counts[kind]} ${CHANGE_NAMES[kind].toLowerCase()}`).join(', ')
}

/** The path of a section as one text. */
export const sectionPath = (section: readonly string[]): string => section.join(' › ')

/** The place of an indicator, in words: its sections and its number in the whole order. */
export const placeInWords = ({
  section,
  position,
}: {
  readonly section: readonly string[]
  readonly position: number
}): string => `${sectionPath(section)}, number ${position}`

/** Explanations of the data types, for someone who has never heard of them. */
export const DATA_TYPE_MEANINGS: Readonly<Record<DataType, string>> = {
  'cross-sectional': 'A count of how things stand at one time, such as on one day or in one year.',
  longitudinal: 'Follows the same children over time, to see what changes for them.',
  proxy: 'Stands in for something that cannot be counted itself.',
  'user feedback': 'What children, families or staff say when they are asked.',
}

/** Explanations of the statuses. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  existing: 'This is already collected today.',
  new: 'Nobody collects this yet; it would have to be started.',
}

/** Each data type as it stands on screen. */
export const DATA_TYPE_NAMES: Readonly<Record<DataType, string>> = {
  'cross-sectional': 'Cross-sectional',
  longitudinal: 'Longitudinal',
  proxy: 'Proxy',
  'user feedback': 'User feedback',
}

/** The statuses as they are offered in a form, with their meaning. */
export const STATUS_CHOICES: Readonly<Record<Status, string>> = {
  existing: 'Existing: collected today',
  new: 'New: would have to be collected',
}

/** Each status as it stands on screen. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  existing: 'Existing',
  new: 'New',
}
