import type { ParsedRecord } from './parse-record.ts'
import type { Column, PackageMessage } from './reading.ts'
import type { RecordKind, Stored } from './record-kind.ts'

type Rows = Extract<PackageMessage, { kind: 'rows' }>

/** Gathers records of one kind into columns, which cross to the engine far faster than objects. */
export interface RowPacker {
  readonly add: (record: ParsedRecord) => void
  readonly count: () => number
  /** What was gathered since the last time. */
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
  let rows: number[] = []
  return {
    add: value => {
      let place = places.get(value)
      if (place === undefined) {
        place = places.size
        places.set(value, place)
      }
      rows.push(place)
    },
    take: () => {
      const taken = { values: [...places.keys()], rows: Uint32Array.from(rows) }
      places = new Map()
      rows = []
      return taken
    },
  }
}

/** The rows of a packed message, each as its values and last its unknown fields, ready to be stored. */
export function* unpackRows({ columns, count, extras }: Rows): Generator<readonly unknown[]> {
  const extraOf = new Map(extras.map(({ row, extra }) => [row, extra]))
  for (const column of columns) {
    const length = 'rows' in column ? column.rows.length : column.values.length
    if (length !== count) throw new Error('The columns of a reading differ in length.')
  }
  for (let row = 0; row < count; row++) {
    const values: unknown[] = []
    for (const column of columns) {
      values.push('rows' in column ? column.values[column.rows[row] ?? -1] : column.values[row])
    }
    values.push(extraOf.get(row) ?? null)
    yield values
  }
}
