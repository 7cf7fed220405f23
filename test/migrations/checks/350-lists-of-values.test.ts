import { expect, it } from 'vitest'
import { framework, MOMENT, migrated, participant } from '../one-step.ts'

const rating = (id: string, answer: string, wording = 'title') => `INSERT INTO rating
  (id, participant, framework, indicator, criterion, round, answer, level, comment, wording, entry, recorded_at, device)
  VALUES ('${id}', 'p', 'h', 'i', 'usefulness', 1, '${answer}', ${answer === 'level' ? 4 : 'NULL'}, NULL,
    '${wording}', 'screen', ${MOMENT}, 'd')`

const comment = (id: string, wording: string) => `INSERT INTO comment_record
  (id, participant, framework, indicator, criterion, round, text, wording, entry, recorded_at, device)
  VALUES ('${id}', 'p', 'h', 'i', 'usefulness', 1, 'Said', '${wording}', 'screen', ${MOMENT}, 'd')`

const turn = `INSERT INTO turn (id, participant, round, key, opened_at) VALUES ('t', 'p', 1, 'k', ${MOMENT})`

const draft = (part: string, criterion: string, wording = 'title') => `INSERT OR REPLACE INTO draft
  (turn, part, indicator, criterion, participant, framework, answer, text, wording, saved_at)
  VALUES ('t', '${part}', 'i', '${criterion}', 'p', 'h', ${part === 'answer' ? "'dont_know', NULL" : "NULL, 'Said'"},
    '${wording}', ${MOMENT})`

const TAKEN = [
  ...['level', 'dont_know', 'not_applicable', 'none'].map(answer => rating(`r-${answer}`, answer)),
  ...['plain', 'easy'].map(wording => rating(`r-${wording}`, 'none', wording)),
  ...['title', 'plain', 'easy'].map(wording => comment(`c-${wording}`, wording)),
  ...['title', 'plain', 'easy'].map(wording => draft('comment', 'usability', wording)),
  ...[draft('answer', 'usefulness'), draft('suggestion', '')],
]

const REFUSED = [
  ...[rating('r', 'shouted'), rating('r', 'none', 'shouted'), comment('c', 'shouted')],
  ...[
    draft('answer', 'beauty'),
    draft('rumour', 'usefulness'),
    draft('comment', 'usefulness', 'sung'),
  ],
]

it('350 keeps what there is, and takes and refuses the same as before, without a table for each list', () => {
  const database = migrated(
    { from: 340, to: 350 },
    ...[framework('i'), participant('p'), turn],
    ...[rating('r0', 'level'), comment('c0', 'plain'), draft('answer', 'usability')],
  )
  for (const statement of TAKEN) database.exec(statement)
  for (const statement of REFUSED) expect(() => database.exec(statement)).toThrow(/CHECK/)
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect(['rating', 'comment_record', 'draft'].map(count)).toEqual([7, 4, 4])
  for (const statement of [rating('r', 'none'), comment('c', 'title'), draft('suggestion', '')]) {
    const program = database.prepare<[], { opcode: string }>(`EXPLAIN ${statement}`).all()
    expect(program.map(({ opcode }) => opcode)).not.toContain('OpenEphemeral')
  }
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
})
