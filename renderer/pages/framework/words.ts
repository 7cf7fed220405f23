import type { DataType, Status } from '../../../shared/model/vocabulary.ts'

/** Each data type as it stands on screen. */
export const DATA_TYPE_NAMES: Readonly<Record<DataType, string>> = {
  'cross-sectional': 'Cross-sectional',
  longitudinal: 'Longitudinal',
  proxy: 'Proxy',
  'user feedback': 'User feedback',
}

/** What each status means. */
export const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  existing: 'Existing: collected today',
  new: 'New: would have to be collected',
}

/** Each status as it stands on screen. */
export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  existing: 'Existing',
  new: 'New',
}
