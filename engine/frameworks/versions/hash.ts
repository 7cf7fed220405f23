import { createHash } from 'node:crypto'
import type { Indicator, IndicatorText } from '../../../shared/model/framework.ts'
import { describeField, FIELDS } from '../../../shared/model/indicator-fields.ts'
import type { Split } from '../../store/records/frameworks.ts'

// The order is part of every framework's identity: a change to it gives each framework a new hash, so it needs
// a new `SCHEME`.
const ALWAYS_HASHED = FIELDS.filter(field => !describeField(field).isHashedIfFilled)
const HASHED_IF_FILLED = FIELDS.filter(field => describeField(field).isHashedIfFilled)

const SCHEME = 'framework-workbook/framework/1'

/**
 * The identity of a framework version: the SHA-256, in hexadecimal, of what its indicators say and
 * of their order. The format of the file, the order of its columns and its blank rows do not count.
 */
export function hashFramework(indicators: readonly IndicatorText[]): string {
  const content = indicators.map(indicator => {
    const later = HASHED_IF_FILLED.map(field => indicator[field])
    // What came later and is empty leaves the hash as it always was.
    const filled = later.findLastIndex(text => text !== '') + 1
    return [...ALWAYS_HASHED.map(field => indicator[field]), ...later.slice(0, filled)]
  })
  return createHash('sha256')
    .update(JSON.stringify([SCHEME, content]))
    .digest('hex')
}

/** The content that identifies a later framework version. */
export interface VersionContent {
  readonly indicators: readonly Indicator[]
  readonly splits: readonly Split[]
  /** The hashes of the versions that it replaces; none for the first version of a workbook. */
  readonly supersedes: readonly string[]
}

/**
 * The identity of any framework version. A first one is known by its words alone. A later one is known
 * by its words, by what a person confirmed (which indicators they are about, and the splits), and by the
 * versions that it replaces: as each hash rests on those before it, no two versions can replace each other.
 */
export function hashVersion({ indicators, splits, supersedes }: VersionContent): string {
  const words = hashFramework(indicators)
  if (supersedes.length === 0) return words
  const content = [
    'framework-workbook/framework/2',
    words,
    indicators.map(({ id }) => id),
    splits.map(({ indicator, origin }) => [indicator, origin]).sort(byFirst),
    [...supersedes].sort(),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): number =>
  a < b ? -1 : Number(a > b)

/**
 * The id of an indicator of a workbook's first framework version, which has this hash: a UUID (version 8)
 * made from both, so that two laptops that load the same file agree without talking.
 */
export function indicatorId(hash: string, code: string): string {
  return uuidOf(['framework-workbook/indicator/1', hash, code])
}

/**
 * The id of an indicator that a later version adds, made from the workbook's first version and from what
 * the indicator is called. So laptops that add it by different routes agree. `attempt` counts up from 0
 * where another indicator already has the id, as when a name is used anew.
 */
export function laterIndicatorId(
  firstHash: string,
  { code, title }: Pick<IndicatorText, 'code' | 'title'>,
  attempt: number,
): string {
  return uuidOf(['framework-workbook/indicator/2', firstHash, code, title, attempt])
}

function uuidOf(content: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
