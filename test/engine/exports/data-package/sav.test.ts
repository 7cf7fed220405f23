import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { savFile } from '../../../../engine/files/write/sav/write-sav.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { isInstalled, run, succeeds, unzip } from '../../../helpers/programs.ts'
import { hasModules, runPython } from '../../../helpers/python.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'
import { exported } from '../exported.ts'
import { GROUPS, hostileWorkbook } from '../hostile-workbook.ts'
import { asTyped, csvRows, unpacked } from './unpacked.ts'

const HAVEN = 'quit(status = if (requireNamespace("haven", quietly = TRUE)) 0 else 1)'
const hasHaven = isLongRun && succeeds('Rscript', ['--vanilla', '-e', HAVEN])

/** Lengths on both sides of where the format begins another part of a text, and the longest of all. */
const LENGTHS = [1, 8, 255, 256, 504, 505, 756, 757, 32_767]

/** A file of one row, with a text of each length, of two bytes for most of its letters. */
function longTexts() {
  const texts = LENGTHS.map(length => `${'x'.repeat(length % 2)}${'é'.repeat(length / 2)}`)
  const number = { labels: [], missing: [], measure: 'scale' } as const
  const file = savFile({
    title: 'Long texts',
    program: 'Program',
    moment: '2026-03-09T10:11:12.345Z',
    variables: [
      ...LENGTHS.map(bytes => ({
        ...number,
        name: `text_${bytes}`,
        label: 'Ä'.repeat(200),
        kind: { bytes },
        measure: 'nominal' as const,
      })),
      { ...number, name: 'day', label: 'Day', kind: 'day' },
      { ...number, name: 'moment', label: 'Moment', kind: 'moment' },
      { ...number, name: 'half', label: '', kind: 'number' },
    ],
    cases: 2,
    rows: [
      [...texts, '2026-03-09', '2026-03-09T10:11:12.345Z', 0.1 + 0.2],
      [...texts.map(() => null), null, null, null],
    ],
  })
  const folder = ownFolder()
  writeFileSync(join(folder, 'long.sav'), Buffer.concat([...file]))
  return { folder, texts }
}

const toCsv = (table: string, from: string): string =>
  `GET FILE='${from}'.\nSAVE TRANSLATE /OUTFILE='${table}.out.csv' /TYPE=CSV /REPLACE /FIELDNAMES.\n`

/** A cell of another program like that of ours: without blanks at the end, numbers to twelve digits. */
const plain = (cell: string): string =>
  /^-?[\d.]+(e-?\d+)?$/i.test(cell)
    ? Number(cell).toPrecision(12)
    : cell.replaceAll('\r\n', '\n').trimEnd()

describe('the data sets for SPSS', () => {
  it('are the same bytes for the same workbook and choices', async () => {
    const workbook = hostileWorkbook()
    const [one, other] = await Promise.all([1, 2].map(() => exported(workbook, 'zip')))
    const parts = await unzip(one ?? Buffer.from(''))
    expect(parts.get('spss/ratings_wide.sav')?.subarray(0, 24).toString()).toBe(
      '$FL2@(#) SPSS DATA FILE ',
    )
    expect(one?.equals(other ?? Buffer.from(''))).toBe(true)
  })

  it.runIf(isInstalled('pspp'))(
    'have in PSPP, where installed, every table with its values, texts as typed',
    async () => {
      const folder = await unpacked(hostileWorkbook())
      const tables = readdirSync(join(folder, 'data')).map(name => name.replace('.csv', ''))
      expect(readdirSync(join(folder, 'spss'))).toEqual(tables.map(name => `${name}.sav`))
      const script = tables.map(name => toCsv(name, `spss/${name}.sav`)).join('')
      const shown = "GET FILE='spss/ratings_wide.sav'.\nDISPLAY DICTIONARY.\n"
      writeFileSync(join(folder, 'check.sps'), `${script}${shown}`)
      const printed = run('pspp', ['-O', 'format=csv', 'check.sps'], folder)
      expect(printed.match(/.*(error|warning).*/gi)).toBeNull()
      expect(printed).toMatch(/useful_A1,\d,"Usefulness of A1: .*",Ordinal,/)
      expect(printed).toContain('-1; -2')
      expect(printed).toContain(',I don’t know')
      for (const table of tables) {
        const wanted = csvRows(folder, `data/${table}.csv`)
        const found = csvRows(folder, `${table}.out.csv`)
        const times = (name: string) => /_(at|date)$/.test(name)
        const cells = (rows: typeof found, typed: (text: string) => string) =>
          rows.map(row =>
            Object.entries(row).map(([name, cell]) => [
              name,
              times(name) ? '' : plain(typed(cell === ' ' ? '' : cell)),
            ]),
          )
        expect(
          cells(found, cell => cell),
          table,
        ).toEqual(cells(wanted, asTyped))
      }
    },
  )

  it.runIf(isInstalled('pspp'))('hold texts of any length whole in PSPP', () => {
    const { folder, texts } = longTexts()
    writeFileSync(join(folder, 'check.sps'), toCsv('long', 'long.sav'))
    expect(run('pspp', ['check.sps'], folder)).not.toMatch(/error|warning/i)
    const [first, second] = csvRows(folder, 'long.out.csv')
    expect(LENGTHS.map(length => first?.[`text_${length}`]?.trimEnd())).toEqual(texts)
    expect(first).toMatchObject({ day: '03/09/2026', half: String(0.1 + 0.2) })
    expect(first?.moment).toMatch(/10:11:12/)
    expect(second?.day?.trim()).toBe('')
  })

  it.runIf(hasHaven)(
    'are labelled vectors, days and moments in R’s haven, where installed',
    async () => {
      const folder = await unpacked(hostileWorkbook())
      const check = `library(haven)
wide <- read_sav("spss/ratings_wide.sav", user_na = TRUE)
ratings <- read_sav("spss/ratings.sav")
rooms <- read_sav("spss/workshops.sav")
cat(class(wide$useful_A1)[1], attr(wide$useful_A1, "na_values"), names(attr(wide$useful_A1, "labels"))[1],
    class(ratings$recorded_at)[1], class(rooms$workshop_date), unique(wide$group)[1], sep = "|")`
      writeFileSync(join(folder, 'check.R'), check)
      const said = run('Rscript', ['--vanilla', '--encoding=UTF-8', 'check.R'], folder)
      const labelled = 'haven_labelled_spss|-1|-2|Not useful at all'
      expect(said).toBe(`${labelled}|POSIXct|Date|${GROUPS[0]}`)
    },
  )

  it.runIf(hasModules('pyreadstat'))(
    'hold texts of any length, days and moments in pyreadstat, where installed',
    () => {
      const { folder, texts } = longTexts()
      const { rows, measures } = runPython<{
        readonly rows: readonly Readonly<Record<string, unknown>>[]
        readonly measures: Readonly<Record<string, string>>
      }>('engine/exports/data-package/read-sav.py', folder, 'long.sav')
      expect(LENGTHS.map(length => rows[0]?.[`text_${length}`])).toEqual(texts)
      expect(rows[0]).toMatchObject({
        day: '2026-03-09',
        moment: '2026-03-09T10:11:12.345',
        half: 0.1 + 0.2,
      })
      expect(rows[1]).toMatchObject({ text_1: '', day: null, moment: null, half: null })
      expect(measures).toMatchObject({ text_255: 'nominal', day: 'scale' })
    },
  )
})
