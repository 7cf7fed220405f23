import { describe, expect, it } from 'vitest'
import { asStore, sealAll } from '../../engine/store/connection/as-store.ts'
import { findUnsound } from '../../engine/store/connection/seals.ts'
import { MOMENT, migrated, participant, supersedes } from './one-step.ts'

/** A workbook of the step before, with one participant whose record was corrected. */
const migratedTo200 = () =>
  migrated(
    { from: 199, to: 200 },
    participant('p'),
    participant('q', 'p'),
    supersedes('q', 'p'),
    `INSERT INTO device (id, since, reason, app_version, place, package)
     VALUES ('far', ${MOMENT}, 'created', '1', '', 1)`,
  )

describe('200 seals', () => {
  it('has the digests of older records made, but for those of packages, which have their own', () => {
    const database = migratedTo200()
    const store = asStore(database, ':memory:')
    const waiting = database.prepare('SELECT about, key FROM unsealed ORDER BY 1, 2').raw().all()
    expect(waiting).toEqual([
      ['device', 'd'],
      ['participant_record', 'p'],
      ['participant_record', 'q'],
      ['supersession', 'p q'],
      ['workshop_record', 's'],
    ])
    sealAll(store)
    expect(database.prepare('SELECT count(*) FROM unsealed').pluck().get()).toBe(0)
    expect(database.prepare('SELECT count(*) FROM seal').pluck().get()).toBe(waiting.length)
    expect(findUnsound(store)).toEqual([])
  })

  it('tells a record that was changed, one that is missing and one that nobody wrote', () => {
    const database = migratedTo200()
    const store = asStore(database, ':memory:')
    sealAll(store)
    for (const trigger of [
      'participant_record_stays',
      'participant_record_is_kept',
      'participant_record_erased',
      'supersession_is_kept',
      'supersession_erased',
      'workshop_record_unsealed',
    ])
      database.exec(`DROP TRIGGER ${trigger}`)
    database.exec(`
      UPDATE participant_record SET code = 'other' WHERE id = 'q';
      DELETE FROM supersession;
      INSERT INTO workshop_record (id, workshop, title, date, venue, groups, recorded_at, device)
      VALUES ('new', 'new', 'Spring', '2026-03-09', '', '["ADCS"]', ${MOMENT}, 'd')`)
    expect(findUnsound(store)).toEqual([
      'participant_record q',
      'workshop_record new',
      'supersession p q',
    ])
  })
})
