import { describe, expect, it } from 'vitest'
import { MOMENT, migrated, supersedes } from './one-step.ts'

const plan = (id: string, laptops: string) => `INSERT INTO workshop_plan_record
  (id, workshop, laptops, targets, recorded_at, device)
  VALUES ('${id}', 's', '${laptops}', '{}', ${MOMENT}, 'd')`

const named = (id: string, name: string) => `INSERT INTO laptop_name_record
  (id, laptop, name, recorded_at, device) VALUES ('${id}', 'd', '${name}', ${MOMENT}, 'd')`

describe('230 study', () => {
  it('begins without plans and names, and keeps those that nothing supersedes', () => {
    const database = migrated({ from: 220, to: 230 })
    const plans = database.prepare('SELECT id FROM workshop_plan').pluck()
    const names = database.prepare('SELECT name FROM laptop_name').pluck()
    expect([plans.all(), names.all()]).toEqual([[], []])
    database.exec(`${plan('a', '["Leeds 1"]')}; ${plan('b', '[]')}; ${supersedes('b', 'a')}`)
    database.exec(`${named('c', 'Leeds 1')}; ${named('e', 'Leeds 2')}; ${supersedes('e', 'c')}`)
    expect([plans.all(), names.all()]).toEqual([['b'], ['Leeds 2']])
  })

  it('takes lists only, and changes and deletes no record', () => {
    const database = migrated({ from: 220, to: 230 })
    database.exec(`${plan('a', '[]')}; ${named('c', 'Leeds 1')}`)
    expect(() => database.exec(plan('b', 'x'))).toThrow(/CHECK/)
    expect(() => database.exec(`UPDATE workshop_plan_record SET laptops = '[1]'`)).toThrow(
      /immutable/,
    )
    expect(() => database.exec('DELETE FROM laptop_name_record')).toThrow(/immutable/)
  })

  it('seals what is made here, and nothing that came with a package', () => {
    const database = migrated({ from: 220, to: 230 })
    const batch = (id: string, from: string) => `INSERT INTO resolution_batch
      (id, settlements, reason, decided_by, recorded_at, device, package)
      VALUES ('${id}', '["x"]', '', '', ${MOMENT}, 'd', ${from})`
    database.exec(`${batch('r', '1')}; ${batch('q', 'NULL')}`)
    const owed = database.prepare(`SELECT key FROM unsealed WHERE about = 'resolution_batch'`)
    expect(owed.pluck().all()).toEqual(['q'])
  })
})
