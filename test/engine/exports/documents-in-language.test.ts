import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { FILES_IN_ENGLISH } from '../../../shared/languages/file-words.ts'
import { FILES } from '../../../shared/languages/welsh/files.ts'
import { DEFAULT_GROUPS } from '../../../shared/model/vocabulary.ts'
import { isLongRun } from '../../helpers/counts.ts'
import { canConvert, convertedToPdf, unzip } from '../../helpers/programs.ts'
import { hasModules, runPython } from '../../helpers/python.ts'
import { ownFolder, sampleWorkbook } from '../../helpers/sample-workbook.ts'
import { exported, ratedWorkbook } from './exported.ts'

const { documents: WELSH } = FILES

/** Every fixed text of documents that is no sentence made from numbers and is not the same in both languages. */
function fixedTexts(of: unknown, said: unknown): readonly string[] {
  if (typeof of === 'string') return of === said ? [] : [of]
  if (typeof of !== 'object' || of === null) return []
  return Object.entries(of).flatMap(([name, part]) =>
    fixedTexts(part, (said as Readonly<Record<string, unknown>>)[name]),
  )
}

const ENGLISH = new Set(fixedTexts(FILES_IN_ENGLISH.documents, WELSH))

/** The texts of a page that do not say that they are English, and those that do. */
function textsOfPage(page: string) {
  const body = page.slice(page.indexOf('<body>'))
  const english = [...body.matchAll(/<(\w+)[^>]* lang="en-GB"[^>]*>(.*?)<\/\1>/gs)]
  const others = english.reduce((left, [all]) => left.replace(all, '<i></i>'), body)
  const texts = (markup: string) => markup.split(/<[^>]*>/).map(text => text.trim())
  return { english: english.flatMap(([, , inner]) => texts(inner ?? '')), others: texts(others) }
}

const inWelsh = (
  format: 'html' | 'docx' | 'pptx',
  { workbook }: { readonly workbook: Workbook } = ratedWorkbook(),
) => exported(workbook, format, { round: 1 }, 'cy')

/** The runs of a part of an Office document: the language that each says, and its words. */
const runsOf = (xml: string) =>
  [...xml.matchAll(/<(?:w|a):r>(.*?)<\/(?:w|a):r>/gs)].map(([, inner = '']) => ({
    language: /<w:lang w:val="([^"]+)"|<a:rPr lang="([^"]+)"/.exec(inner)?.slice(1).find(Boolean),
    text: [...inner.matchAll(/<(?:w|a):t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join(''),
  }))

describe('a document in Welsh', () => {
  it('is a report whose fixed words, charts included, are Welsh but for what says that it is English', async () => {
    const page = String(await inWelsh('html'))
    expect(page).toContain('<html lang="cy-GB">')
    const { english, others } = textsOfPage(page)
    expect(others.filter(text => ENGLISH.has(text))).toEqual([])
    expect(others).toEqual(
      expect.arrayContaining([
        ...[WELSH.note, WELSH.report.priorities, WELSH.word.rounds, WELSH.report.methodsOfStudy],
        ...[WELSH.charts.criteria.usefulness, WELSH.report.tooFew],
      ]),
    )
    expect(page).toContain(`<strong>${WELSH.numbered.Table} 1.</strong>`)
    // The chart says in its name and its notes what it shows.
    expect(page).toMatch(/<title>Nid oes gan yr un dangosydd [^<]*rownd 1<\/title>/)
    expect(english.some(text => text.startsWith('In: at least'))).toBe(true)
    expect(english).toContain('Arithmetic mean of the values of the levels chosen.')
    expect(english).toContain('Indicator A1')
    // Groups are called as the study calls them.
    const ofGroups = DEFAULT_GROUPS.reduce(
      (left, group) => left.replaceAll(group, ''),
      others.join('\n'),
    )
    expect(ofGroups.split('\n').filter(text => /\b(the|of|and)\b/.test(text))).toEqual([])
  })

  it('is a Word report in Welsh, whose English runs say so', async () => {
    // Without ratings there are no pictures, which would take seconds to draw.
    const parts = await unzip(await inWelsh('docx', { workbook: sampleWorkbook() }))
    expect(String(parts.get('word/styles.xml'))).toContain('<w:lang w:val="cy-GB"/>')
    const xml = String(parts.get('word/document.xml'))
    const runs = runsOf(xml)
    const welsh = runs.flatMap(({ language, text }) => (language ? [] : [text]))
    expect(welsh.filter(text => ENGLISH.has(text))).toEqual([])
    expect(welsh).toEqual(
      expect.arrayContaining([WELSH.note, WELSH.word.appendix, WELSH.word.medianIqr]),
    )
    expect(xml).toContain(` SEQ ${WELSH.numbered.Table} `)
    const english = runs.flatMap(({ language, text }) => (language === 'en-GB' ? [text] : []))
    expect(english).toContain('Definition of consensus')
    expect(runs.filter(({ language }) => language && language !== 'en-GB')).toEqual([])
  })

  it('is slides in Welsh, whose English lines say so', async () => {
    const parts = await unzip(await inWelsh('pptx'))
    const runs = [...parts]
      .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .flatMap(([, xml]) => runsOf(String(xml)))
    const inThe = (tag: string) =>
      runs.flatMap(({ language, text }) => (language === tag ? [text] : []))
    expect(inThe('cy-GB').filter(text => ENGLISH.has(text))).toEqual([])
    expect(inThe('cy-GB')).toEqual(
      expect.arrayContaining([WELSH.note, WELSH.slides.keep, WELSH.slides.favourable]),
    )
    expect(inThe('en-GB').some(text => text.includes('In: at least'))).toBe(true)
    expect(inThe('en-US')).toEqual([])
    expect(String(parts.get('ppt/slides/slide3.xml'))).toContain('descr="Nid oes gan yr un')
    const charts = [...parts].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    expect(charts.map(([, xml]) => String(xml)).join('')).toContain(WELSH.charts.priorities.rethink)
  })

  it.runIf(isLongRun && hasModules('docx'))('is read by python-docx', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'cymraeg.docx'), await inWelsh('docx'))
    const script = 'engine/exports/read-back/headings.py'
    const headings = runPython<readonly string[]>(script, folder, 'cymraeg.docx')
    expect(headings).toEqual(expect.arrayContaining([WELSH.report.atAGlance, WELSH.word.appendix]))
  })

  for (const [format, program] of [
    ['docx', 'writer'],
    ['pptx', 'impress'],
  ] as const) {
    it.runIf(isLongRun && canConvert(program))(
      `is turned into pages by LibreOffice as ${format}`,
      async () => {
        const pdf = convertedToPdf(`out.${format}`, await inWelsh(format), ownFolder())
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      },
    )
  }
})
