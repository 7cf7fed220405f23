import type { FrameworkField } from '../../../../shared/model/check.ts'
import {
  DATA_TYPES,
  type DataType,
  STATUSES,
  type Status,
} from '../../../../shared/model/vocabulary.ts'
import { remembering } from '../../../remember.ts'
import { plainName } from './cell-text.ts'
import { foldedName, foreignDataTypes, foreignStatuses } from './languages/languages.ts'

/** Other names in use for each data type, as plain names. */
const DATA_TYPE_NAMES: Readonly<Record<DataType, readonly string[]>> = {
  'cross-sectional': [
    'crosssectional',
    'cross section',
    'cross sec',
    'x sectional',
    'xs',
    'cs',
    'snapshot',
    'snap shot',
    'point in time',
    'one point in time',
    'one off',
    'single point in time',
    'at a point in time',
    'cross sectional snapshot',
    'static',
  ],
  longitudinal: [
    'long',
    'longit',
    'longtitudinal',
    'longitudnal',
    'over time',
    'change over time',
    'trend over time',
    'tracked over time',
    'distance travelled',
    'distance traveled',
    'journey',
    'cohort',
    'cohort tracking',
    'cohort study',
    'tracked',
    'tracking',
    'tracking over time',
    'progress',
    'progress over time',
    'follow up',
    'trajectory',
  ],
  proxy: ['by proxy', 'process', 'indirect', 'surrogate'],
  'user feedback': [
    'feedback',
    'userfeedback',
    'user',
    'user experience',
    'user survey',
    'user voice',
    'user views',
    'voice',
    'voice of the child',
    'childs voice',
    'childrens voice',
    'survey',
    'surveys',
    'questionnaire',
    'questionnaires',
    'perception',
    'perceptions',
    'consultation',
    'interviews',
    'focus groups',
    'views',
    'lived experience',
    'service user feedback',
    'service user voice',
    'service user survey',
    'customer feedback',
    'feedback from users',
    'feedback from service users',
    'feedback from children',
    'feedback from children and families',
    'child feedback',
    'children and families voice',
    'young persons voice',
    'young peoples voice',
    'uf',
    'qualitative feedback',
    'self report',
    'self reported',
  ],
}

/** Other names in use for each status, as plain names. */
const STATUS_NAMES: Readonly<Record<Status, readonly string[]>> = {
  existing: [
    'e',
    'ex',
    'exist',
    'exists',
    'established',
    'live',
    'current',
    'currently collected',
    'currently reported',
    'collected',
    'already collected',
    'collected today',
    'collected now',
    'reported',
    'reported now',
    'already reported',
    'available',
    'available now',
    'in place',
    'in use',
    'published',
  ],
  new: [
    'n',
    'brand new',
    'proposed',
    'suggested',
    'to be developed',
    'to develop',
    'in development',
    'under development',
    'developmental',
    'aspirational',
    'tbd',
    'to be collected',
    'to collect',
    'future',
    'planned',
    'not available',
    'not yet available',
    'not yet collected',
    'not collected',
    'not currently collected',
    'not reported',
    'needs new collection',
    'new collection',
  ],
}

/** The groups of people of the draft framework, and what else people write for them. */
const POPULATION_NAMES = {
  CLA: [
    'lac',
    'looked after',
    'looked after children',
    'children looked after',
    'child looked after',
    'looked after child',
    'children in care',
    'child in care',
    'cic',
    'cypic',
    'in care',
  ],
  CIN: ['children in need', 'child in need', 'cin plan', 'cin plans'],
  CPP: [
    'cp',
    'child protection',
    'child protection plan',
    'child protection plans',
    'children on a child protection plan',
    'children on child protection plans',
    'children subject to a child protection plan',
    'children subject to child protection plans',
    'cp plan',
    'cp plans',
    'on a plan',
  ],
  'care leavers': [
    'care leaver',
    'cl',
    'leaving care',
    'care experienced young people',
    'former relevant',
    'young people leaving care',
  ],
  workforce: [
    'staff',
    'social work workforce',
    'social workers',
    'social worker',
    'sw',
    'practitioners',
    'employees',
  ],
  families: ['family', 'parents', 'parents and carers', 'parents carers', 'parent carer', 'carers'],
} as const

const tableOf = <Value extends string>(
  names: Readonly<Record<Value, readonly string[]>>,
  values: readonly Value[],
): ReadonlyMap<string, Value> =>
  new Map(
    values.flatMap(value =>
      // The value as it is spares most cells the search for its plain name.
      [value, ...[value, ...names[value]].map(plainName)].map(name => [name, value] as const),
    ),
  )

const POPULATIONS = Object.keys(POPULATION_NAMES) as (keyof typeof POPULATION_NAMES)[]

const DATA_TYPES_BY_NAME = tableOf(DATA_TYPE_NAMES, DATA_TYPES)
const STATUSES_BY_NAME = tableOf(STATUS_NAMES, STATUSES)
const POPULATIONS_BY_NAME = tableOf(POPULATION_NAMES, POPULATIONS)

/** Words that say nothing of which value is meant: `snapshot data`, `a new indicator`. */
const IDLE_WORDS =
  /\b(a|an|the|data|measures?|indicators?|metrics?|pis?|kpis?|type|based|information|collection)\b/g

/** Remarks that people add to a value: `existing (CIN census)`, `new - replaces A3`. */
const REMARK = /\s*\([^()]*\)\s*$|\s+[-–—]\s.*$|\s*:\s.*$/s

// What is written is the same in very many rows of a column, so what it means is remembered.

/** The data type that a cell names, in whatever way people write it; null if it names none. */
export const knownDataType = remembering(
  (text: string): DataType | null =>
    valueBeside(DATA_TYPES_BY_NAME, text) ?? foreignValue(foreignDataTypes(), text),
)

/** The status that a cell names, in whatever way people write it; null if it names none. */
export const knownStatus = remembering(
  (text: string): Status | null =>
    valueBeside(STATUSES_BY_NAME, text) ?? foreignValue(foreignStatuses(), text),
)

/** The group of people that a cell names, by the draft framework's name; null for any other text. */
export const knownPopulation = remembering((text: string): string | null =>
  onlyOf(valuesIn(POPULATIONS_BY_NAME, text)),
)

/** The different values that a cell names, where it names more than one: `proxy / survey`. */
export function severalValues(field: FrameworkField, text: string): readonly string[] {
  switch (field) {
    case 'dataType':
      return valuesIn(DATA_TYPES_BY_NAME, text)
    case 'status':
      return valuesIn(STATUSES_BY_NAME, text)
    case 'population':
      return valuesIn(POPULATIONS_BY_NAME, text)
    default:
      return []
  }
}

/** The value that a cell names in a language other than English. */
const foreignValue = <Value>(table: ReadonlyMap<string, Value>, text: string): Value | null =>
  text.length > LONGEST_LIST ? null : (table.get(foldedName(text)) ?? null)

/** No cell that names a few values is longer. */
const LONGEST_LIST = 200

/** Separators of two values in one cell; whole names that contain such a sign are looked up first. */
const BETWEEN_VALUES = /[/,;&+|\n():]|\s[-–—]\s|\band\b|\bor\b/i

function valuesIn<Value>(table: ReadonlyMap<string, Value>, text: string): readonly Value[] {
  const whole = table.get(text) ?? table.get(plainName(text))
  if (whole !== undefined || text.length > LONGEST_LIST) return whole === undefined ? [] : [whole]
  const parts = text.split(BETWEEN_VALUES).map(plainName).filter(Boolean)
  const values = parts.map(part => table.get(part))
  const known = values.filter(value => value !== undefined)
  return known.length === parts.length ? [...new Set(known)] : []
}

const onlyOf = <Value>([first, ...others]: readonly Value[]): Value | null =>
  others.length === 0 ? (first ?? null) : null

/** The one value that a cell names, which idle words or a remark may stand beside. */
function valueBeside<Value>(table: ReadonlyMap<string, Value>, text: string): Value | null {
  const values = valuesIn(table, text)
  if (values.length > 0) return onlyOf(values)
  if (text.length > LONGEST_LIST) return null
  const bare = text.replace(REMARK, '')
  const words = plainName(bare).replace(IDLE_WORDS, ' ').replace(/\s+/g, ' ').trim()
  return table.get(words) ?? null
}
