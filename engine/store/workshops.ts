import type { Workshop } from '../../shared/model/workshop.ts'
import type { ReadableStore, WritableStore } from './store.ts'

/** A record about a workshop: `id` is the record's, `workshop` the first record's. */
export type WorkshopRecord = Workshop & { readonly workshop: string; readonly device: string }

type WorkshopRow = Omit<Workshop, 'groups'> & { readonly groups: string }

const COLUMNS = `workshop AS id, title, date, venue, groups, recorded_at AS recordedAt`

const fromRow = (row: WorkshopRow): Workshop => ({
  ...row,
  groups: JSON.parse(row.groups) as string[],
})

/** One workshop as it stands now. */
export function getWorkshop(store: ReadableStore, id: string): Workshop | undefined {
  const row = store
    .prepare<{ id: string }, WorkshopRow>(`SELECT ${COLUMNS} FROM workshop WHERE workshop = @id`)
    .get({ id })
  return row && fromRow(row)
}

/** Every workshop, by date and then in the order in which they were made. */
export function getAllWorkshops(store: ReadableStore): readonly Workshop[] {
  return store
    .prepare<Record<string, never>, WorkshopRow>(
      `SELECT ${COLUMNS} FROM workshop ORDER BY date, workshop`,
    )
    .all({})
    .map(fromRow)
}

/** Stores a record about a workshop. */
export function appendWorkshopRecord(store: WritableStore, record: WorkshopRecord): void {
  store
    .prepare(
      `INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
       VALUES (@id, @workshop, @title, @date, @venue, @groups, @recordedAt, @device)`,
    )
    .run({ ...record, groups: JSON.stringify(record.groups) })
}
