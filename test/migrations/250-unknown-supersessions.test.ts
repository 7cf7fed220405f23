import { expect, it } from 'vitest'
import { migrated, participant, supersedes } from './one-step.ts'

const unknown = (key: string, person: string): string =>
  `INSERT INTO unknown_record (kind, key, person, line) VALUES ('zebra', '${key}', '${person}', '{}')`

const withdrawal = `INSERT INTO withdrawal (id, participant, recorded_at, device)
  VALUES ('w', 'p', '2026-03-09T09:00:00.000Z', 'd')`

it('lets a supersession of records of an unknown kind go with the person they are about, and no other', () => {
  const database = migrated(
    { from: 240, to: 250 },
    participant('p'),
    ...['z1', 'z2'].map(key => unknown(key, 'p')),
    ...['y1', 'y2'].map(key => unknown(key, '')),
    supersedes('z2', 'z1'),
    supersedes('y2', 'y1'),
    withdrawal,
  )
  database.exec(`DELETE FROM supersession WHERE record = 'z2'`)
  expect(() => database.exec(`DELETE FROM supersession WHERE record = 'y2'`)).toThrow(/immutable/)
})
