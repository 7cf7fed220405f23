import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkTable } from '../../../../engine/frameworks/read/check-table.ts'
import { counts } from '../../../helpers/counts.ts'
import { sheetOf } from './table.ts'

/** Words over the columns of code, section, title and definition. */
const HEADINGS = [
  ['Code', 'Section', 'Indicator', 'Definition'],
  ['Ref no.', 'Theme', 'Short name', 'How it is worked out'],
  ['ind_code', 'Domain', 'ind_name', 'Short description'],
  ['N°', 'Thème', "Nom de l'indicateur", 'Descriptif'],
  ['Código', 'Ámbito', 'Nombre del indicador', 'Definición'],
  ['Kennung', 'Themenfeld', 'Bezeichnung', 'Berechnung'],
  ['Codice', 'Area tematica', "Nome dell'indicatore", 'Definizione'],
  ['Código', 'Eixo', 'Designação', 'Descrição'],
  ['Cod', 'Adran', 'Dangosydd', 'Diffiniad'],
  ['الرمز', 'المحور', 'اسم المؤشر', 'التعريف'],
] as const

const TITLE_FORMS = [
  (number: number, words: string) => `Outcome ${number}: ${words}`,
  (number: number, words: string) => `Goal ${number} - ${words}`,
  (number: number, words: string) => `Objectif ${number} : ${words}`,
  (number: number, words: string) => `Standard ${'ABCDEF'[number - 1]}: ${words}`,
  (number: number, words: string) => `${number}. ${words}`,
  (_: number, words: string) => words,
] as const

const WORDS = [
  'Staying safe',
  'Being well',
  'Learning on',
  'Having a home',
  'Being heard',
  'Money enough',
]

const CODE_FORMS = [
  (section: number, number: number) => `${'ABCDEF'[section - 1]}${number}`,
  (section: number, number: number) => `${section}.${number}`,
  (section: number, number: number) => `IND-${section}${String(number).padStart(2, '0')}`,
] as const

const LAYOUTS = [
  'in its column',
  'once',
  'own row in its column',
  'row over all',
  'nested rows',
] as const

const list = fc.record({
  headings: fc.constantFrom(...HEADINGS),
  titleForm: fc.constantFrom(...TITLE_FORMS),
  codeForm: fc.constantFrom(...CODE_FORMS),
  layout: fc.constantFrom(...LAYOUTS),
  sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
  banner: fc.boolean(),
  total: fc.constantFrom('', 'Total', 'Summe', 'Totale'),
})
type List = typeof list extends fc.Arbitrary<infer Made> ? Made : never

interface Made {
  readonly rows: readonly (readonly string[])[]
  /** `A1 | Staying safe > At home | Children ...` */
  readonly meant: readonly string[]
}

function make({ headings, titleForm, codeForm, layout, sizes, banner, total }: List): Made {
  const hasColumn = layout !== 'row over all' && layout !== 'nested rows'
  const line = (code: string, section: string, title: string, definition: string) =>
    hasColumn ? [code, section, title, definition] : [code, title, definition]
  const rows: (readonly string[])[] = banner ? [['Draft of March'], []] : []
  const [code, section, title, definition] = headings
  rows.push(line(code, section, title, definition))
  const meant: string[] = []
  sizes.forEach((size, at) => {
    const name = titleForm(at + 1, WORDS[at] ?? '')
    if (layout === 'own row in its column') rows.push(line('', name, '', ''))
    if (!hasColumn) rows.push([name])
    const isNested = layout === 'nested rows' && titleForm !== TITLE_FORMS[5]
    if (isNested) rows.push([`Within ${WORDS[at]?.toLowerCase()}`])
    for (let number = 1; number <= size; number++) {
      const own = codeForm(at + 1, number)
      const words = `Children who say ${own} of them ${'abcde'[number]} well`
      const shown = layout === 'in its column' || (layout === 'once' && number === 1) ? name : ''
      rows.push(line(own, shown, words, `Share of all who say ${own}`))
      const path = isNested ? `${name} > Within ${WORDS[at]?.toLowerCase()}` : name
      meant.push(`${own} | ${path} | ${words}`)
    }
  })
  if (total) rows.push(line(total, '', `${meant.length}`, ''))
  return { rows, meant }
}

it('reads lists of every shape right, and never a wrong one without a word', () => {
  let right = 0
  const silent: unknown[] = []
  for (const made of fc.sample(list, { numRuns: counts.madeLists, seed: 15 })) {
    const { rows, meant } = make(made)
    const report = checkTable({ file: 'made.xlsx', format: 'workbook', sheet: sheetOf(rows) })
    const read = report?.indicators.map(
      ({ code, section, title }) => `${code} | ${section.join(' > ')} | ${title}`,
    )
    if (JSON.stringify(read) === JSON.stringify(meant)) right += 1
    else if (report && report.issues.length === 0) {
      silent.push({
        ...made,
        titleForm: made.titleForm(1, 'x'),
        codeForm: made.codeForm(1, 1),
        read,
        meant,
      })
    }
  }
  expect(silent.slice(0, 3)).toEqual([])
  expect(right / counts.madeLists).toBeGreaterThanOrEqual(0.98)
})
