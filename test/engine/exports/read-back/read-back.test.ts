import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectPath } from '../../../../build/project.ts'
import { writeExport } from '../../../../engine/exports/write-export.ts'
import { exampleFramework } from '../../../../engine/frameworks/example/example-framework.ts'
import { addSyntheticRatings } from '../../../../engine/ratings/synthetic/synthetic-ratings.ts'
import { consolidateWithAgreement } from '../../../../engine/results/consolidate.ts'
import {
  interval,
  krippendorffAlpha,
  nominal,
  ordinal,
} from '../../../../engine/results/figures/agreement-statistics.ts'
import { createWorkbook } from '../../../../engine/workbooks/open.ts'
import type { ResultsWithAgreement } from '../../../../shared/model/results.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { hasModules, runPython } from '../../../helpers/python.ts'
import { program } from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { countsOf } from '../../results/figures/answers.ts'
import { unpackInto } from '../data-package/unpacked.ts'
import { exported } from '../exported.ts'

const MODULES = [
  'pandas',
  'polars',
  'pyreadstat',
  'openpyxl',
  'docx',
  'pptx',
  'krippendorff',
  'irrCAC',
]

const VECTORS = projectPath('test/fixtures/statistics/test-vectors.json')

type Cell = string | number | null
type Alphas = Readonly<Record<'nominal' | 'ordinal' | 'interval', number>>

interface Vector {
  readonly kind: string
  /** The answers of each rater to each unit, where there are any. */
  readonly raters_by_units?: readonly (readonly (number | null)[])[]
}

/** The output of `read_back.py`. */
interface ReadBack {
  readonly results: Readonly<Record<string, readonly (readonly Cell[])[]>>
  readonly ratings: Readonly<Record<string, readonly number[]>>
  readonly times: Readonly<Record<string, string>>
  readonly alphas: Readonly<
    Record<
      (typeof CRITERIA)[number],
      { readonly krippendorff: Alphas; readonly irrCAC: Omit<Alphas, 'ordinal'> }
    >
  >
  readonly vector: Alphas
  readonly labels: Readonly<Record<string, string>>
  readonly docx: {
    readonly headings: readonly string[]
    readonly captions: readonly string[]
    readonly tables: number
    readonly pictures: readonly (string | null)[]
    readonly appendix: readonly (readonly string[])[]
  }
  readonly pptx: {
    readonly titles: readonly string[]
    readonly charts: readonly (readonly [number, readonly string[]])[]
  }
}

/** The results as rows of the columns that the script reads, in its order. */
const rowsOf = ({ round, indicators }: ResultsWithAgreement): readonly (readonly Cell[])[] =>
  indicators
    .flatMap(({ code, criteria }) =>
      CRITERIA.map(criterion => {
        const { n, dontKnow, missing, mean, sd, median, favourable, verdict } = criteria[criterion]
        return [round, code, criterion, n, dontKnow, missing, mean, sd, median, favourable, verdict]
      }),
    )
    .toSorted((one, other) => (one.slice(1, 3).join(' ') < other.slice(1, 3).join(' ') ? -1 : 1))

const near = (rows: readonly (readonly Cell[])[]) =>
  rows.map(row => row.map(cell => (typeof cell === 'number' ? expect.closeTo(cell, 9) : cell)))

describe.runIf(isLongRun && hasModules(...MODULES))(
  'what is exported from the example, read by the libraries that people use, where installed',
  () => {
    let read: ReadBack
    let results: ResultsWithAgreement
    const folder = tempFolder()

    beforeAll(async () => {
      const example = exampleFramework()
      const framework = { ...example, indicators: example.indicators.slice(0, 24) }
      const content = { title: 'Example', scale: 5, madeUp: true, framework }
      const workbook = createWorkbook(folder.file('book.sqlite'), { ...content, scale: 5 }, program)
      addSyntheticRatings(workbook, { workshops: 2, participants: 9, seed: 3 })
      const scope = { round: 1 }
      for (const format of ['xlsx', 'docx', 'pptx', 'parquet'] as const) {
        const to = { path: folder.file(`out.${format}`), name: 'out' }
        await writeExport(workbook, { format, scope }, to)
      }
      await unpackInto(folder.file('out'), await exported(workbook, 'zip'))
      results = consolidateWithAgreement(workbook, scope)
      workbook.close()
      read = runPython<ReadBack>(
        'engine/exports/read-back/read_back.py',
        folder.path,
        folder.path,
        VECTORS,
      )
      folder[Symbol.dispose]()
    }, 600_000)

    it.each([
      ...['pandas, csv', 'pandas, xlsx', 'polars, csv', 'polars, xlsx', 'polars, parquet'],
      'pyreadstat, sav',
    ])('has the program’s results in %s', format => {
      expect(read.results[format]).toEqual(near(rowsOf(results)))
    })

    it('has the same ratings in every format, and moments as times', () => {
      const [first, ...others] = Object.values(read.ratings)
      expect(first?.[0]).toBeGreaterThan(600)
      for (const other of others) expect(other).toEqual(first)
      expect(read.times).toEqual({
        'pandas, xlsx': 'datetime64',
        'polars, parquet': 'Datetime',
        'pyreadstat, sav': 'datetime64',
      })
      expect(read.labels).toMatchObject({ '-1.0': 'I don’t know', '5.0': 'Very useful' })
    })

    it.each(CRITERIA)('has the alphas of krippendorff and irrCAC for %s', criterion => {
      const { alphaNominal, alphaOrdinal, alphaInterval } = results.agreement[criterion]
      const { krippendorff, irrCAC } = read.alphas[criterion]
      expect(krippendorff.nominal).toBeCloseTo(alphaNominal ?? Number.NaN, 9)
      expect(krippendorff.ordinal).toBeCloseTo(alphaOrdinal ?? Number.NaN, 9)
      expect(krippendorff.interval).toBeCloseTo(alphaInterval ?? Number.NaN, 9)
      // It rounds to five digits.
      expect(irrCAC.nominal).toBeCloseTo(alphaNominal ?? Number.NaN, 4)
      expect(irrCAC.interval).toBeCloseTo(alphaInterval ?? Number.NaN, 4)
    })

    it('has our alphas in krippendorff for the example that was published', () => {
      const vectors: readonly Vector[] = JSON.parse(readFileSync(VECTORS, 'utf8'))
      const { raters_by_units: raters = [] } = vectors.find(({ kind }) => kind === 'kripp') ?? {}
      const units = (raters[0] ?? []).map((_, unit) =>
        countsOf(
          raters.flatMap(answers => answers[unit] ?? []),
          4,
        ),
      )
      for (const [name, metric] of Object.entries({ nominal, ordinal, interval })) {
        const ours = krippendorffAlpha(units, metric) ?? Number.NaN
        expect(read.vector[name as keyof Alphas], name).toBeCloseTo(ours, 9)
      }
    })

    it('is a Word document with headings, captioned tables and pictures with words', () => {
      const { headings, captions, tables, pictures, appendix } = read.docx
      expect(headings).toContain('Round by round')
      expect(captions.filter(text => text.startsWith('Table '))).toHaveLength(tables)
      expect(captions.filter(text => text.startsWith('Figure '))).toHaveLength(pictures.length)
      expect(pictures.every(words => words !== null && words.length > 20)).toBe(true)
      const everyone = appendix.filter(([, , , group]) => group === 'Everyone')
      expect(everyone).toHaveLength(2 * results.indicators.length)
    })

    it('is about eight slides with titles, and charts whose data can be edited', () => {
      const { titles, charts } = read.pptx
      expect(titles.length).toBeGreaterThan(5)
      expect(titles.length).toBeLessThan(11)
      expect(titles.every(title => title.trim() !== '')).toBe(true)
      expect(charts.length).toBeGreaterThan(0)
      for (const [categories, series] of charts)
        expect([categories > 0, series.length > 0]).toEqual([true, true])
    })
  },
)
