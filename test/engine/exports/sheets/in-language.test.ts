import { describe, expect, it } from 'vitest'
import type { WorkBook } from 'xlsx'
import { FILES } from '../../../../shared/languages/welsh/files.ts'
import { WELSH } from '../../../../shared/languages/welsh/welsh.ts'
import { exported, exportedBook, headingsOf, ratedWorkbook, rowsOf, textOf } from '../exported.ts'

/** Headings that are the same in both languages. */
const THE_SAME = ['n', 'label', 'term']

const NO_TABLES = ['Read me', 'Charts', FILES.sheets['Read me'], FILES.sheets.Charts]

const tablesOf = ({ SheetNames }: WorkBook): readonly string[] =>
  SheetNames.filter(name => !NO_TABLES.includes(name))

/** The numbers of every table but the codebook, row by row. */
const figuresOf = (book: WorkBook) =>
  tablesOf(book)
    .slice(0, -1)
    .map(name =>
      rowsOf(book, name).map(row => Object.values(row).filter(value => typeof value === 'number')),
    )

describe('an exported spreadsheet in Welsh', () => {
  it('has every sheet and heading in Welsh, explains each, and says the same figures', async () => {
    const { workbook } = ratedWorkbook()
    const english = await exportedBook(workbook)
    const welsh = await exportedBook(workbook, { round: 1 }, 'cy')
    expect(welsh.SheetNames).toEqual(
      english.SheetNames.map(name => FILES.sheets[name as keyof typeof FILES.sheets]),
    )
    expect(welsh.SheetNames.filter(name => name.length > 31)).toEqual([])
    for (const [index, name] of english.SheetNames.entries()) {
      if (!tablesOf(english).includes(name) || name === 'Codebook') continue
      const said = headingsOf(welsh, welsh.SheetNames[index] ?? '')
      const before = headingsOf(english, name)
      expect(said).toHaveLength(before.length)
      expect(
        before.filter((heading, at) => said[at] === heading && !THE_SAME.includes(heading)),
      ).toEqual([])
      expect(new Set(said).size, name).toBe(said.length)
    }
    const codebook = rowsOf(welsh, 'Llyfr codau')
    const explained = codebook.map(({ taflen, colofn }) => `${taflen}: ${colofn}`)
    const there = welsh.SheetNames.slice(1).flatMap(name =>
      headingsOf(welsh, name).map(heading => `${name}: ${heading}`),
    )
    expect(explained).toEqual([
      ...there.filter(one => !one.startsWith('Siartiau')),
      'ffeil csv: pob testun',
    ])
    // Levels have their English names without the labels, as in the tables for programs.
    const inEnglish = rowsOf(english, 'Codebook').map(
      ({ sheet, column }) => `${sheet}: ${String(column).replace(/^(level_\d): .*/, '$1')}`,
    )
    expect(codebook.map(row => row.Saesneg).filter(one => one !== 'Codebook: english')).toEqual(
      inEnglish,
    )
    expect(figuresOf(welsh)).toEqual(figuresOf(english))
  })

  it('has levels, verdicts and other fixed words in Welsh, and people’s words as typed', async () => {
    const welsh = await exportedBook(ratedWorkbook().workbook, { round: 1 }, 'cy')
    const [summary] = rowsOf(welsh, 'Crynodeb')
    expect(summary).toMatchObject({
      'wedi’i dynnu': 'na',
      'defnyddioldeb: ychydig o atebion': 'rhy ychydig',
    })
    expect(summary?.['defnyddioldeb: dyfarniad']).toBe(FILES.values.verdict.none)
    expect(headingsOf(welsh, 'Canlyniadau')).toContain(
      'lefel 5: Defnyddiol iawn / Hawdd iawn ei ddefnyddio',
    )
    const ratings = rowsOf(welsh, 'Sgoriau')
    expect(ratings.map(row => row.label)).toEqual(
      expect.arrayContaining(['Defnyddiol iawn', WELSH.words.answers.dont_know]),
    )
    expect(ratings.map(row => [row['maen prawf'], row.mewnbwn, row['yn cyfrif']])).toContainEqual([
      ...['defnyddioldeb', 'sgrin', 'ie'],
    ])
    expect(ratings.map(row => row.sylw)).toContain('=1+1')
    expect(textOf(welsh, 'Atodiad')).toContain('Pawb')
    const readMe = textOf(welsh, 'Darllenwch fi')
    expect(readMe).toContain('mae’r lleill ar y daflen Rowndiau')
    // What a figure means is what somebody has read: the English.
    expect(readMe).toContain('Arithmetic mean of the values')
  })

  it('is refused as a file that programs read', async () => {
    const { workbook } = ratedWorkbook()
    const written = exported(workbook, 'zip', { round: 1, release: 'tables' }, 'cy')
    await expect(written).rejects.toMatchObject({ code: 'NOT_IN_LANGUAGE' })
  })
})
