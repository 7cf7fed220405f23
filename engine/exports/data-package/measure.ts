import type { Measure } from '../../files/write/sav/content.ts'
import type { Field } from '../tables/field.ts'

/** The level of measurement of a field: texts name, levels of the scale are ordered, numbers and times count. */
export function measureOf({ type, labels, name }: Field): Measure {
  if (type === 'string') return 'nominal'
  return labels !== undefined || name === 'level' ? 'ordinal' : 'scale'
}
