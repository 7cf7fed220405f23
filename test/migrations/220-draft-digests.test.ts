import { describe, expect, it } from 'vitest'
import { asStore } from '../../engine/store/connection/as-store.ts'
import { digestRow, findUnsound, type Row } from '../../engine/store/connection/seals.ts'
import { MOMENT, migrated, participant } from './one-step.ts'

const row: Row = {
  turn: 't',
  part: 'comment',
  indicator: 'i',
  criterion: 'usefulness',
  participant: 'p',
  framework: 'h',
  text: 'Said so far',
  wording: 'title',
  saved_at: '2026-03-09T09:00:00.000Z',
}

/** A workbook with an open turn of two drafts, one of which is from before drafts had digests. */
const migratedTo220 = () =>
  migrated(
    { from: 219, to: 220 },
    participant('p'),
    `INSERT INTO turn (id, participant, round, key, opened_at) VALUES ('t', 'p', 1, 'k', ${MOMENT})`,
    ...['i', 'older'].map(
      indicator => `INSERT INTO draft
        (turn, part, indicator, criterion, participant, framework, text, wording, saved_at)
        VALUES ('t', 'comment', '${indicator}', 'usefulness', 'p', 'h', 'Said so far', 'title', ${MOMENT})`,
    ),
    `INSERT INTO seal VALUES ('draft', 't comment i usefulness',
      x'${digestRow('draft', row).toString('hex')}')`,
  )

describe('220 digests of drafts', () => {
  it('moves each digest into the row that it is of, and tells a draft that was changed by it', () => {
    const database = migratedTo220()
    const store = asStore(database, ':memory:')
    const seals = database.prepare(`SELECT count(*) FROM seal WHERE about = 'draft'`).pluck()
    expect(seals.get()).toBe(0)
    expect(findUnsound(store).filter(name => name.startsWith('draft'))).toEqual([])
    database.exec(`UPDATE draft SET text = 'Never said'`)
    expect(findUnsound(store).filter(name => name.startsWith('draft'))).toEqual([
      'draft of the turn t',
    ])
  })
})
