import { z } from 'zod'
import { type CheckColumn, frameworkField } from '../../../../shared/model/check.ts'
import type { ChosenColumns } from './choices.ts'

const KEY = 'framework-workbook-columns'

/** Beyond so many, the one that was kept longest ago is let go. */
const MOST_KEPT = 40

/** Headings, and for each field that a person decided the places of its columns among them. */
const mapping = z.object({
  headings: z.array(z.string()),
  fields: z.partialRecord(frameworkField, z.array(z.number().int().min(0))),
})
type Mapping = z.infer<typeof mapping>

type Columns = readonly Pick<CheckColumn, 'column' | 'heading'>[]

/** Keeps which column was taken for what, by the headings alone; nothing else of a file is kept. */
export interface MappingMemory {
  /** The decisions made before for columns with these headings; null if there are none. */
  readonly recall: (columns: Columns) => ChosenColumns | null
  readonly remember: (columns: Columns, chosen: ChosenColumns) => void
  readonly forget: (columns: Columns) => void
}

const headed = (columns: Columns): Columns => columns.filter(({ heading }) => heading !== '')

const headingsOf = (columns: Columns): string[] =>
  headed(columns).map(({ heading }) => heading.trim().toLowerCase())

const isOf =
  (columns: Columns) =>
  ({ headings }: Mapping): boolean =>
    JSON.stringify(headings) === JSON.stringify(headingsOf(columns))

function read(storage: Storage): readonly Mapping[] {
  try {
    return z.array(mapping).parse(JSON.parse(storage.getItem(KEY) ?? '[]'))
  } catch {
    // What cannot be read is of no use to anyone; the columns are then understood anew.
    return []
  }
}

function keep(storage: Storage, mappings: readonly Mapping[]): void {
  try {
    storage.setItem(KEY, JSON.stringify(mappings.slice(0, MOST_KEPT)))
  } catch {
    // A full or forbidden storage costs a person a few choices next time, and no more.
  }
}

function toMapping(columns: Columns, chosen: ChosenColumns): Mapping {
  const letters = headed(columns).map(({ column }) => column)
  const fields = Object.fromEntries(
    Object.entries(chosen)
      .map(([field, of]) => [field, of.map(column => letters.indexOf(column))] as const)
      .filter(([, places]) => !places.includes(-1)),
  )
  return { headings: headingsOf(columns), fields }
}

function toColumns(columns: Columns, { fields }: Mapping): ChosenColumns {
  const letters = headed(columns).map(({ column }) => column)
  return Object.fromEntries(
    Object.entries(fields).map(([field, places]) => [
      field,
      places.flatMap(place => letters[place] ?? []),
    ]),
  )
}

/** A memory in the page's own storage. */
export function createMappingMemory(storage: Storage): MappingMemory {
  const others = (columns: Columns) => read(storage).filter(each => !isOf(columns)(each))
  return {
    recall: columns => {
      const found = read(storage).find(isOf(columns))
      return found ? toColumns(columns, found) : null
    },
    remember: (columns, chosen) => keep(storage, [toMapping(columns, chosen), ...others(columns)]),
    forget: columns => keep(storage, others(columns)),
  }
}
