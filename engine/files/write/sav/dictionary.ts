import { Buffer } from 'node:buffer'
import { fitBytes } from '../fit-text.ts'
import { bytesOf, type SavContent, type SavVariable, type Segment, segmentsOf } from './content.ts'

// The records of the format as the developers of PSPP describe them (GNU PSPP Developers Guide, System File Format).

const LABEL = 255
const VALUE_LABEL = 120
const UTF8 = 65_001

/** The number that stands for no value, and the lowest and highest of the others. */
export const NO_NUMBER = -Number.MAX_VALUE
const HIGHEST = Number.MAX_VALUE
const LOWEST = Buffer.from('feffffffffffefff', 'hex').readDoubleLE()

/** The number that is added to a small whole one, which then takes a byte. */
export const BIAS = 100

const int = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value)
  return bytes
}

const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

/** Text in a place of fixed size, filled up with spaces. */
const padded = (text: string, size: number): Buffer => {
  const bytes = Buffer.alloc(size, ' ')
  bytes.write(fitBytes(text, size))
  return bytes
}

const roundedUp = (size: number, step: number): number => Math.ceil(size / step) * step

/** Everything before the first case. */
export function dictionary(content: SavContent): Buffer {
  const variables = content.variables.map(variable => ({
    variable,
    segments: segmentsOf(variable),
  }))
  const placed = withNames(variables)
  return Buffer.concat([
    header(content, placed),
    ...placed.flatMap(variableRecords),
    ...placed.flatMap(valueLabels),
    ...extensions(content, placed),
    int(999),
    int(0),
  ])
}

interface Placed {
  readonly variable: SavVariable
  /** Each segment with the short name that it goes by. */
  readonly segments: readonly (Segment & { readonly name: string })[]
  /** The place of the first one among all places of a case, counted from 1. */
  readonly at: number
}

function withNames(
  variables: readonly {
    readonly variable: SavVariable
    readonly segments: readonly Segment[]
  }[],
): readonly Placed[] {
  let [names, at] = [0, 1]
  return variables.map(({ variable, segments }) => {
    const placed = {
      variable,
      segments: segments.map(segment => ({ ...segment, name: `V${++names}` })),
      at,
    }
    at += segments.reduce((sum, { places }) => sum + places, 0)
    return placed
  })
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function header({ title, program, moment, cases }: SavContent, placed: readonly Placed[]): Buffer {
  const places = placed.flatMap(({ segments }) => segments.map(({ places: of }) => of))
  const written = new Date(moment)
  const iso = written.toISOString()
  const day = `${iso.slice(8, 10)} ${MONTHS[written.getUTCMonth()]} ${iso.slice(2, 4)}`
  return Buffer.concat([
    Buffer.from('$FL2'),
    padded(`@(#) SPSS DATA FILE ${program}`, 60),
    int(2),
    int(places.reduce((sum, of) => sum + of, 0)),
    int(1),
    int(0),
    int(cases),
    double(BIAS),
    padded(day, 9),
    padded(iso.slice(11, 19), 8),
    padded(title.replaceAll(/\s+/g, ' '), 64),
    Buffer.alloc(3),
  ])
}

/** The codes of the formats in which values are shown, with their widths and decimals. */
function formatOf({ kind }: SavVariable, width: number): number {
  const format = (code: number, columns: number, decimals = 0) =>
    code * 0x1_00_00 + columns * 0x1_00 + decimals
  switch (kind) {
    case 'whole':
      return format(5, 8)
    case 'number':
      return format(5, 12, 4)
    case 'day':
      return format(39, 10)
    case 'moment':
      return format(22, 20)
    default:
      return format(1, width)
  }
}

function variableRecords({ variable, segments }: Placed): readonly Buffer[] {
  return segments.flatMap(({ name, width, places }, index) => {
    const isFirst = index === 0
    const label = Buffer.from(isFirst ? fitBytes(variable.label, LABEL) : '')
    const missing = isFirst ? variable.missing : []
    const format = int(formatOf(variable, width))
    const first = Buffer.concat([
      ...[int(2), int(width), int(label.length > 0 ? 1 : 0), int(missing.length), format, format],
      padded(name, 8),
      ...(label.length > 0 ? [int(label.length), label] : []),
      Buffer.alloc(label.length > 0 ? roundedUp(label.length, 4) - label.length : 0),
      ...missing.map(double),
    ])
    const rest = Buffer.concat([int(2), int(-1), int(0), int(0), int(0), int(0), padded('', 8)])
    return [first, ...Array.from({ length: places - 1 }, () => rest)]
  })
}

function valueLabels({ variable: { labels }, at }: Placed): readonly Buffer[] {
  if (labels.length === 0) return []
  const one = ({ value, label }: SavVariable['labels'][number]): Buffer => {
    const text = Buffer.from(fitBytes(label, VALUE_LABEL))
    const place = Buffer.alloc(roundedUp(1 + text.length, 8), ' ')
    place.writeUInt8(text.length)
    text.copy(place, 1)
    return Buffer.concat([double(value), place])
  }
  return [int(3), int(labels.length), ...labels.map(one), int(4), int(1), int(at)]
}

const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const

function extensions({ cases }: SavContent, placed: readonly Placed[]): readonly Buffer[] {
  const extension = (kind: number, size: number, data: Buffer): Buffer =>
    Buffer.concat([int(7), int(kind), int(size), int(data.length / size), data])
  const text = (kind: number, data: string): Buffer => extension(kind, 1, Buffer.from(data))
  const shown = placed.flatMap(({ variable, segments }) =>
    segments.flatMap(({ width }) => [
      int(MEASURES[variable.measure]),
      int(width === 0 ? 10 : Math.min(width, 30)),
      int(width === 0 ? 1 : 0),
    ]),
  )
  const long = placed.flatMap(({ variable, segments: [first, ...more] }) =>
    first && more.length > 0
      ? [`${first.name}=${String(bytesOf(variable)).padStart(5, '0')}\0\t`]
      : [],
  )
  const counts = Buffer.alloc(16)
  counts.writeBigInt64LE(1n)
  counts.writeBigInt64LE(BigInt(cases), 8)
  return [
    // Version of the program, machine, floating point, compression, byte order, characters.
    extension(3, 4, Buffer.concat([1, 0, 0, -1, 1, 1, 2, UTF8].map(int))),
    extension(4, 8, Buffer.concat([NO_NUMBER, HIGHEST, LOWEST].map(double))),
    extension(11, 4, Buffer.concat(shown)),
    text(
      13,
      placed.map(({ variable, segments }) => `${segments[0]?.name}=${variable.name}`).join('\t'),
    ),
    ...(long.length > 0 ? [text(14, long.join(''))] : []),
    extension(16, 8, counts),
    text(20, 'UTF-8'),
  ]
}
