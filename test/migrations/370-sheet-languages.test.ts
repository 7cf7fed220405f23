import { expect, it } from 'vitest'
import { framework, MOMENT, migrated } from './one-step.ts'

it('370 says of sheets from before that they are in English, with the framework’s own words', () => {
  const sheet = `INSERT INTO sheet (workshop, participant, code, stakeholder_group, round, framework,
      wording, indicators, printed_at)
    VALUES ('s', 'p', 'KUB-01', 'ADCS', 1, 'h', 'title', '["i"]', ${MOMENT})`
  const database = migrated({ from: 360, to: 370 }, framework('i'), sheet)
  expect(database.prepare('SELECT language, translations FROM sheet').all()).toEqual([
    { language: null, translations: '{}' },
  ])
  expect(() => database.exec(`UPDATE sheet SET language = 'Welsh'`)).toThrow(/CHECK/)
  expect(() => database.exec(`UPDATE sheet SET translations = 'none'`)).toThrow(/CHECK/)
})
