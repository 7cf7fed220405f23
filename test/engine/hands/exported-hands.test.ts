import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeExport } from '../../../engine/exports/write-export.ts'
import { recordHands } from '../../../engine/hands/record-hands.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { HANDS_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { openDuck } from '../../helpers/duckdb.ts'
import { isInstalled, run } from '../../helpers/programs.ts'
import { ownFolder, rating, sampleParticipant, sampleRoom } from '../../helpers/sample-workbook.ts'
import { csvRows, unpacked } from '../exports/data-package/unpacked.ts'
import { exported, exportedBook, rowsOf, textOf } from '../exports/exported.ts'

/** Six people rated two indicators, and a group of twelve showed hands for the first. */
function ratedAndShown(): Workbook {
  const { workbook, workshop, at } = sampleRoom()
  for (const level of [1, 3, 4, 4, 5, 5]) {
    const one = sampleParticipant(workbook, workshop, level > 3 ? 'DfE' : 'ADCS')
    recordRating(workbook, rating(one, at(0), level))
    recordRating(workbook, rating(one, at(1), 6 - level))
  }
  const room = { workshop, group: 'Young people', round: 1, present: 12, by: 'AB' }
  const hands = { counts: [0, 1, 2, 3, 4], dontKnow: 1, notApplicable: 0 }
  recordHands(workbook, { ...room, ...hands, indicator: at(0), criterion: 'usefulness' })
  return workbook
}

const first = <Row extends Readonly<Record<string, unknown>>>(rows: readonly Row[]) =>
  rows.find(({ criterion }) => criterion === 'usefulness')

describe('an export of shows of hands', () => {
  it('has them in its figures, in a table of their own, and in no row of a person', async () => {
    const workbook = ratedAndShown()
    const book = await exportedBook(workbook)
    expect(first(rowsOf(book, 'Results'))).toMatchObject({
      n: 16,
      by_hands: 10,
      asked: 19,
      missing: 2,
    })
    expect(rowsOf(book, 'Ratings')).toHaveLength(12)
    const shown = rowsOf(book, 'Show of hands')
    expect(shown.map(({ answer, hands }) => [answer, hands])).toEqual([
      ...[0, 1, 2, 3, 4].map((count, index) => [String(index + 1), count]),
      ['dont_know', 1],
      ['not_applicable', 0],
    ])
    expect(shown[0]).toMatchObject({
      ...{ group: 'Young people', present: 12, counts: 'yes', keyed_by: 'AB' },
    })
    expect(textOf(book, 'Read me')).toContain('12 people in rooms that showed hands')
    expect(textOf(book, 'Codebook')).toContain('How many of n were counted by show of hands.')
    expect(String(await exported(workbook, 'html'))).toContain('Kendall’s W')
  })

  it.runIf(isInstalled('Rscript'))('is recomputed in R to the same figures', async () => {
    const folder = await unpacked(ratedAndShown())
    expect(csvRows(folder, 'data/hands.csv')).toHaveLength(7)
    expect(run('Rscript', ['--vanilla', 'recompute.R'], folder)).toMatch(/^All \d+ figures agree/)
  })

  it('is queried to the same figures', async () => {
    const path = join(ownFolder(), 'out.parquet')
    const choices = { format: 'parquet', scope: { round: 1 } } as const
    await writeExport(ratedAndShown(), choices, { path, name: 'out.parquet' })
    const duck = await openDuck(path)
    onTestFinished(duck.close)
    await duck.run(readFileSync(join(path, 'queries.sql'), 'utf8'))
    const names = 'n, level_4, dont_know, asked, missing, mean, median, sd, agreement_a'
    const wanted = await duck.rows(`SELECT ${names} FROM results ORDER BY indicator, criterion`)
    const found = await duck.rows(
      `SELECT ${names} FROM figures JOIN agreement_a USING (round, indicator, criterion, part)
       WHERE part = '' AND n > 0 ORDER BY indicator, criterion`,
    )
    const plain = (rows: readonly unknown[]) =>
      rows.map(row =>
        Object.values(row as object).map(value => Math.round(Number(value) * 1e9) / 1e9),
      )
    expect(plain(found)).toEqual(plain(wanted).filter(([n]) => Number(n) > 0))
    expect(plain(found)[0]?.slice(0, 5)).toEqual([16, 5, 1, 19, 2])
  })

  it.each(['tables', 'rows'] as const)('leaves them out of %s, and says so', async release => {
    const workbook = ratedAndShown()
    const scope = { round: 1, release, rule: 'percent-75' } as const
    const html = String(await exported(workbook, 'html', scope))
    expect(html).toContain(HANDS_WORDS.leftOut)
    const book = await exportedBook(ratedAndShown(), scope)
    expect(first(rowsOf(book, 'Results'))?.n).toBe(6)
    expect(book.SheetNames).not.toContain('Show of hands')
  })

  it('does not say who keyed them in where people have pseudonyms', async () => {
    const book = await exportedBook(ratedAndShown(), { round: 1, people: 'pseudonyms' })
    expect(rowsOf(book, 'Show of hands')[0]).not.toHaveProperty('keyed_by')
  })
})
