import { expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant } from '../one-step.ts'

const rating = (id: string, wording: string) => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry, recorded_at, device)
  VALUES ('${id}', 'p', 'h', 'i', 'usefulness', 1, 'level', 4, NULL, '${wording}', 'screen', ${MOMENT}, 'd')`

const comment = (id: string, wording: string) => `INSERT INTO comment_record
  (id, participant, framework, indicator, criterion, round, text, wording, entry, recorded_at, device)
  VALUES ('${id}', 'p', 'h', 'i', 'usefulness', 1, 'Said', '${wording}', 'screen', ${MOMENT}, 'd')`

const turn = `INSERT INTO turn (id, participant, round, key, opened_at) VALUES ('t', 'p', 1, 'k', ${MOMENT})`

const draft = (criterion: string, wording: string) => `INSERT INTO draft
  (turn, part, indicator, criterion, participant, framework, text, wording, saved_at)
  VALUES ('t', 'comment', 'i', '${criterion}', 'p', 'h', 'Said', '${wording}', ${MOMENT})`

const sheet = (number: number, wording: string) => `INSERT INTO sheet
  (number, workshop, participant, code, stakeholder_group, round, framework, wording, indicators, printed_at)
  VALUES (${number}, 's', 'p', 'KUB-01', 'ADCS', 1, 'h', '${wording}', '["i"]', ${MOMENT})`

/** The tables that say which words were on screen or on paper. */
const TABLES = ['rating', 'comment_record', 'draft', 'sheet']

it('280 keeps what was said to titles and plain words, and takes what is said to easy read', () => {
  const database = migrated(
    { from: 279, to: 280 },
    ...[framework('i'), participant('p'), turn],
    ...[rating('r1', 'title'), comment('c1', 'plain'), draft('usefulness', 'plain')],
    sheet(1, 'title'),
  )
  const wordings = (): readonly unknown[] =>
    TABLES.map(table => database.prepare(`SELECT wording FROM ${table}`).pluck().all())
  expect(wordings()).toEqual([['title'], ['plain'], ['plain'], ['title']])
  const laterWith = (wording: string): readonly string[] => [
    ...[rating('r2', wording), comment('c2', wording), draft('usability', wording)],
    sheet(2, wording),
  ]
  for (const statement of laterWith('shouted')) {
    expect(() => database.exec(statement)).toThrow(/CHECK/)
  }
  for (const statement of laterWith('easy')) database.exec(statement)
  expect(wordings().flat()).toHaveLength(8)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
