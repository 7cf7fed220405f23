import type { RowSource } from '../../store/packages/incoming.ts'
import type { ParsedRecord } from '../format/canonical-line.ts'
import type { RecordKind, Stored } from '../format/record-kind.ts'
import type { Column, PackageMessage } from '../read/messages.ts'

type Rows = Extract<PackageMessage, { kind: 'rows' }>

/** Gathers records of one kind into columns, which cross to the engine far faster than objects. */
export interface RowPacker {
  readonly add: (record: ParsedRecord) => void
  readonly count: () => number
  /** Returns the records that were added since the last call. */
  readonly take: (file: number) => Rows
}

/** An empty packer for records of a kind. */
export function rowPacker(kind: RecordKind): RowPacker {
  const columns = Object.values(kind.fields).map(({ repeats }) =>
    repeats ? repeatingColumn() : plainColumn(),
  )
  let count = 0
  let extras: Rows['extras'] = []
  return {
    add: ({ values, extra }) => {
      for (let index = 0; index < columns.length; index++)
        columns[index]?.add(values[index] ?? null)
      if (extra !== null) extras.push({ row: count, extra })
      count += 1
    },
    count: () => count,
    take: file => {
      const taken = columns.map(column => column.take())
      const rows: Rows = { kind: 'rows', file, record: kind.name, count, columns: taken, extras }
      count = 0
      extras = []
      return rows
    },
  }
}

interface ColumnPacker {
  readonly add: (value: Stored) => void
  readonly take: () => Column
}

function plainColumn(): ColumnPacker {
  let values: Stored[] = []
  return {
    add: value => values.push(value),
    take: () => {
      const taken = { values }
      values = []
      return taken
    },
  }
}

function repeatingColumn(): ColumnPacker {
  let places = new Map<Stored, number>()
  let rows = new Uint16Array(FEW_ROWS)
  let count = 0
  let last: Stored | undefined
  let place = 0
  return {
    add: value => {
      // Most often it is that of the row before.
      if (value !== last) {
        last = value
        place = places.get(value) ?? places.size
        places.set(value, place)
      }
      if (count === rows.length) rows = longer(rows)
      rows[count] = place
      count += 1
    },
    take: () => {
      const values = [...places.keys()]
      const taken = values.length === 1 ? { values } : { values, rows: rows.slice(0, count) }
      places = new Map()
      count = 0
      last = undefined
      return taken
    },
  }
}

/** Most kinds have few records in a package. */
const FEW_ROWS = 64

function longer(rows: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(rows.length * 4)
  more.set(rows)
  return more
}

/** Unpacks the rows of a message for the store: their values, and last their unknown fields. */
export function unpackRows({ columns, count, extras }: Rows): RowSource {
  const extraOf = new Map(extras.map(({ row, extra }) => [row, extra]))
  for (const column of columns) {
    const { values, rows = values } = column
    if (!isShared(column) && rows.length !== count) {
      throw new Error('The columns of a reading differ in length.')
    }
  }
  return {
    count,
    valueAt: (row, index) => {
      const column = columns[index]
      if (!column) return extraOf.get(row) ?? null
      const { values, rows } = column
      if (rows) return values[rows[row] ?? -1]
      return values[isShared(column) ? 0 : row]
    },
    isSame: index => {
      const column = columns[index]
      return column ? isShared(column) : extras.length === 0
    },
  }
}

/** True if all rows share one value. */
const isShared = ({ values, rows }: Column): boolean => !rows && values.length === 1
