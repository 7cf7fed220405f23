import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, utils, write } from 'xlsx'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { finishCheck, finishKeying } from '../../../engine/paper/keying.ts'
import { openSheet } from '../../../engine/paper/sheets.ts'
import { writeSheetForm } from '../../../engine/paper/write-form.ts'
import { ratingsBehind } from '../../../engine/provenance/trace.ts'
import { enterRatings } from '../../../engine/ratings/data-entry/enter-ratings.ts'
import { getAllLanguages } from '../../../engine/store/records/languages.ts'
import { getAllShown } from '../../../engine/store/records/translations.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { SHEETS } from '../../../shared/languages/welsh/sheets.ts'
import { WELSH } from '../../../shared/languages/welsh/welsh.ts'
import { SHEET_STYLES } from '../../../shared/model/paper.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import {
  ownFolder,
  program,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { loadWelsh } from '../frameworks/translations/load-welsh.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'
import { keyIn, printed } from './sheets-on-paper.ts'

const FOR_ONE = { for: { group: 'ADCS', people: 1 }, language: 'cy' } as const

/** A workbook whose first indicator has words in Welsh, and a workshop of it. */
function bilingual(workbook: Workbook = sampleWorkbook()) {
  loadWelsh(workbook, { title: 'Un', easyRead: 'Un hawdd' })
  return { workbook, workshop: sampleWorkshop(workbook) }
}

/** The language and words behind the answers to how useful each indicator is. */
const wordsBehind = (workbook: Workbook) =>
  currentFramework(workbook.store).indicators.flatMap(({ id: indicator }) =>
    ratingsBehind(workbook, { indicator, criterion: 'usefulness', round: 1 }).map(
      ({ words, language, wordsLanguage }) => [words, wordsLanguage, language],
    ),
  )

const IN_WELSH = [
  ['Un', 'cy', 'cy'],
  ['Indicator A2', null, 'cy'],
]

describe('a sheet in Welsh', () => {
  it.each(SHEET_STYLES)(
    'has its fixed words in Welsh, and the framework’s where there are any: %s',
    async style => {
      const { workbook, workshop } = bilingual()
      const { path } = await printed(workbook, { ...FOR_ONE, workshop, style })
      const page = readFileSync(path, 'utf8')
      expect(page).toContain('<html lang="cy-GB">')
      expect(page).toContain(SHEETS.sheet.how)
      expect(page).toContain('Ddim yn ddefnyddiol o gwbl')
      expect(page).toContain(style === 'easy' ? '</bdi> Un hawdd</span>' : '</bdi> Un</span>')
      expect(page).toMatch(/class="words" dir="auto" lang="en-GB"><bdi class="code">A2</)
      for (const english of ['Please', 'How useful', 'know', 'useful', 'easy', 'Page', 'Sheet']) {
        expect(page.slice(page.indexOf('<body>'))).not.toContain(english)
      }
      const asks = style === 'plain' ? SHEETS.sheet.columns : WELSH.words.around.title.questions
      if (style !== 'easy') expect(page).toContain(asks.usefulness)
    },
  )

  it('gives what is keyed in from it the language and the words that were on paper, here and in a package', async () => {
    const { workbook, workshop } = bilingual(laptop())
    const { sheets } = await printed(workbook, { ...FOR_ONE, workshop })
    const [sheet = 0] = sheets
    expect(openSheet(workbook, { sheet, pass: 1 }).lines.map(({ title }) => title)).toEqual([
      ...['Un', 'Indicator A2'],
    ])
    keyIn(workbook, sheet, 1, '5432')
    finishKeying(workbook, { sheet, by: 'AB' })
    expect(wordsBehind(workbook)).toEqual(IN_WELSH)
    const [said] = getAllLanguages(workbook.store)
    expect(said).toMatchObject({ language: 'cy', round: 1 })
    expect(said?.said).toHaveLength(4)
    // A word in Welsh that is loaded since is not what was on paper.
    loadWelsh(workbook, { title: 'Un newydd' })
    // The second reading says what stands, so nothing more is recorded.
    keyIn(workbook, sheet, 2, '5432')
    finishCheck(workbook, { sheet, by: 'CD' })
    expect(getAllLanguages(workbook.store)).toHaveLength(1)
    expect(getAllShown(workbook.store)).toHaveLength(1)
    expect(wordsBehind(workbook)).toEqual(IN_WELSH)
    const other = laptop()
    await merge(other, [await packageOf(workbook)])
    expect(wordsBehind(other)).toEqual(IN_WELSH)
    for (const { store } of [workbook, other]) {
      expect(verifyWorkbook(store.file, program).ok).toBe(true)
    }
  })

  it('is nothing that an answer on a sheet in English remembers', async () => {
    const { workbook, workshop } = bilingual()
    const { sheets } = await printed(workbook, { workshop, for: FOR_ONE.for })
    keyIn(workbook, sheets[0] ?? 0, 1, '54')
    finishKeying(workbook, { sheet: sheets[0] ?? 0, by: 'AB' })
    expect(getAllLanguages(workbook.store)).toEqual([])
    expect(getAllShown(workbook.store)).toEqual([])
    expect(wordsBehind(workbook)).toEqual([['Indicator A1', null, null]])
  })

  it('is a form too, whose answers come back in as said in Welsh', async () => {
    const { workbook, workshop } = bilingual()
    const path = join(ownFolder(), 'ffurflen.xlsx')
    const printing = { ...FOR_ONE, workshop, round: 1, style: 'plain' } as const
    await writeSheetForm(workbook, printing, { path, name: 'ffurflen.xlsx' })
    const file = read(readFileSync(path), { cellStyles: true })
    const form = file.Sheets[SHEETS.form.name]
    if (!form) throw new Error('The form has no sheet of ratings.')
    const rows = utils.sheet_to_json<readonly string[]>(form, { header: 1 })
    expect(rows.find(row => row.includes('defnyddioldeb'))).toEqual(
      expect.arrayContaining([SHEETS.form.person, 'rhwyddineb defnyddio', 'defnyddioldeb: sylw']),
    )
    expect(rows.flat()).toContain('A1 Un')
    form.H4 = { t: 's', v: '5 - Defnyddiol iawn' }
    form.I4 = { t: 's', v: WELSH.words.answers.dont_know }
    form.J4 = { t: 's', v: 'Da iawn' }
    form.H5 = { t: 's', v: '2 - Ddim yn ddefnyddiol iawn' }
    writeFileSync(path, write(file, { bookType: 'xlsx', type: 'buffer', cellStyles: true }))
    const saved = { path, name: 'ffurflen.xlsx' }
    const entered = await enterRatings(readerWithin, workbook, workshop, saved)
    expect(entered).toMatchObject({ participants: { added: 1 }, ratings: { new: 3 } })
    expect(wordsBehind(workbook)).toEqual(IN_WELSH)
    expect(getAllLanguages(workbook.store)[0]?.said).toHaveLength(4)
  })
})
