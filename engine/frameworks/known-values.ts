import { DATA_TYPES, type DataType, STATUSES, type Status } from '../../shared/model/vocabulary.ts'
import { plainName } from './cell-text.ts'

/** What else people write for a data type, in plain names. */
const DATA_TYPE_NAMES: Readonly<Record<DataType, readonly string[]>> = {
  'cross-sectional': ['crosssectional', 'snapshot', 'point in time', 'cross sectional data'],
  longitudinal: ['over time', 'longitudinal data', 'tracked over time', 'cohort'],
  proxy: ['proxy measure', 'proxy indicator', 'proxy data'],
  'user feedback': [
    'feedback',
    'userfeedback',
    'user survey',
    'user voice',
    'user views',
    'survey',
  ],
}

/** What else people write for a status, in plain names. */
const STATUS_NAMES: Readonly<Record<Status, readonly string[]>> = {
  existing: ['current', 'collected', 'already collected', 'collected today', 'available', 'e'],
  new: ['proposed', 'to be developed', 'not yet collected', 'not collected', 'n'],
}

const tableOf = <Value extends string>(
  values: readonly Value[],
  otherNames: Readonly<Record<Value, readonly string[]>>,
): ReadonlyMap<string, Value> =>
  new Map(
    values.flatMap(value =>
      [value, ...otherNames[value]].map(name => [plainName(name), value] as const),
    ),
  )

const DATA_TYPES_BY_NAME = tableOf(DATA_TYPES, DATA_TYPE_NAMES)
const STATUSES_BY_NAME = tableOf(STATUSES, STATUS_NAMES)

/** The data type that a cell names, in whatever way people write it; null if it names none. */
export function knownDataType(text: string): DataType | null {
  return DATA_TYPES_BY_NAME.get(plainName(text)) ?? null
}

/** The status that a cell names, in whatever way people write it; null if it names none. */
export function knownStatus(text: string): Status | null {
  return STATUSES_BY_NAME.get(plainName(text)) ?? null
}
