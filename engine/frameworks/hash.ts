import { createHash } from 'node:crypto'
import type { IndicatorText } from '../../shared/model/framework.ts'

/**
 * What is hashed, in this order. Part of every framework's identity: a change here gives each
 * framework a new hash, so it needs a new `SCHEME`.
 */
const HASHED_FIELDS = [
  'code',
  'title',
  'section',
  'outcome',
  'definition',
  'dataType',
  'status',
  'source',
  'unit',
  'population',
  'easyRead',
  'rationale',
] as const satisfies readonly (keyof IndicatorText)[]

const SCHEME = 'framework-workbook/framework/1'

/**
 * The identity of a framework version: the SHA-256, in hexadecimal, of what its indicators say and
 * of their order. The format of the file, the order of its columns and its blank rows do not count.
 */
export function hashFramework(indicators: readonly IndicatorText[]): string {
  const content = indicators.map(indicator => {
    const fields = HASHED_FIELDS.map(field => indicator[field])
    // Notes came later: a framework without them keeps the hash that it always had.
    return indicator.notes === '' ? fields : [...fields, indicator.notes]
  })
  return createHash('sha256')
    .update(JSON.stringify([SCHEME, content]))
    .digest('hex')
}

/**
 * The id of an indicator that first appears in the framework version with this hash: a UUID
 * (version 8) made from both, so that two laptops that load the same file agree without talking.
 */
export function indicatorId(hash: string, code: string): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['framework-workbook/indicator/1', hash, code]))
    .digest()
    .subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
