import { describe, expect, it } from 'vitest'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { APPENDIX_WORDS } from '../../../../shared/messages/appendix.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { canConvert, convertedToPdf, unzip } from '../../../helpers/programs.ts'
import { ownFolder } from '../../../helpers/sample-workbook.ts'
import { exported, exportedBook, ratedWorkbook, rowsOf } from '../exported.ts'
import { hostileWorkbook } from '../hostile-workbook.ts'

const partsOf = async (workbook: Workbook) => await unzip(await exported(workbook, 'docx'))

/** The text of each paragraph, as somebody reads it. */
const textsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  )

describe('the report for Word', () => {
  it('has real headings, tables whose headings repeat, and captions that are numbered', async () => {
    const xml = String((await partsOf(ratedWorkbook().workbook)).get('word/document.xml'))
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>')
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length)
    const captions = textsOf(xml).filter(text => /^(Table|Figure) /.test(text))
    const tables = captions.filter(text => text.startsWith('Table'))
    expect(tables.map(text => /^Table (\d+)\. \S/.exec(text)?.[1])).toEqual(
      tables.map((_, at) => String(at + 1)),
    )
    expect(tables).toHaveLength(xml.match(/<w:tbl>/g)?.length ?? 0)
    expect(captions.length - tables.length).toBe(xml.match(/<w:drawing>/g)?.length)
    const described = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)]
    expect(described).toHaveLength(captions.length - tables.length)
  })

  it('tells of every indicator, the rounds and who moved, the words, the methods, and the appendix', async () => {
    const { workbook } = ratedWorkbook()
    const texts = textsOf(String((await partsOf(workbook)).get('word/document.xml')))
    for (const heading of [
      ...['What to do with each indicator', 'Round by round', 'The words that were rated'],
      ...['Methods: Sample', 'Definition of consensus', 'Appendix: each item, round and group'],
    ]) {
      expect(texts).toContain(heading)
    }
    expect(texts).toContain('A1 Indicator A1')
    expect(texts).toContain('Round 2: 1 participant answered anything.')
    expect(texts.some(text => text.startsWith('Table 3. Answers that moved from round 1'))).toBe(
      true,
    )
  })

  it('has the appendix that the spreadsheet has: each item by criterion, round and group', async () => {
    const { workbook } = ratedWorkbook()
    const rows = rowsOf(await exportedBook(workbook), 'Appendix')
    const [first, second] = rows
    expect(first).toMatchObject({ code: 'A1', criterion: 'usefulness', round: 1, n: 2 })
    expect(first).toMatchObject({ group: APPENDIX_WORDS.everyone, median_iqr: '4 [3.5, 4.5]' })
    expect(second).toMatchObject({ group: 'ADCS', n: 1, median_iqr: '5 [5, 5]' })
    const round2 = rows.find(({ code, round, n }) => code === 'A1' && round === 2 && n === 1)
    expect(round2).toMatchObject({ group: 'Everyone', median_iqr: '1 [1, 1]' })
    const xml = String((await partsOf(workbook)).get('word/document.xml'))
    expect(textsOf(xml)).toContain('4 [3.5, 4.5]')
    // An item and a criterion stand once, beside all of their rows.
    expect(xml).toMatch(
      /<w:vMerge w:val="restart"\/>.*A1 Indicator A1.*<w:vMerge w:val="continue"\/>/s,
    )
  })

  it('is the same bytes each time, and holds whatever people typed', async () => {
    const workbook = hostileWorkbook()
    const [first, second] = [await exported(workbook, 'docx'), await exported(workbook, 'docx')]
    expect(second.equals(first)).toBe(true)
    const xml = String((await unzip(first)).get('word/document.xml'))
    expect(xml).toContain('Jugendämter 😀')
    expect(xml).toContain('=0')
  })

  it.runIf(isLongRun && canConvert('writer'))(
    'is turned into pages by LibreOffice, where installed',
    async () => {
      const pdf = convertedToPdf('out.docx', await exported(hostileWorkbook(), 'docx'), ownFolder())
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    },
  )
})
