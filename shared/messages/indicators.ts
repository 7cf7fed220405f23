import type { DataType, Status } from '../model/vocabulary.ts'

/** What each data type means, for someone who has never heard of it. */
export const DATA_TYPE_MEANINGS: Readonly<Record<DataType, string>> = {
  'cross-sectional': 'A count of how things stand at one time, such as on one day or in one year.',
  longitudinal: 'Follows the same children over time, to see what changes for them.',
  proxy: 'Stands in for something that cannot be counted itself.',
  'user feedback': 'What children, families or staff say when they are asked.',
}

/** What each status means. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  existing: 'This is already collected today.',
  new: 'Nobody collects this yet; it would have to be started.',
}
