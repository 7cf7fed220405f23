import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { canConvert, convertedToPdf, unzip } from '../../../helpers/programs.ts'
import {
  ownFolder,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'
import { exported, indicatorIds } from '../exported.ts'
import { hostileWorkbook } from '../hostile-workbook.ts'

const isSlide = (name: string): boolean => /^ppt\/slides\/slide\d+\.xml$/.test(name)

describe('slides', () => {
  it('say what can be kept, in charts whose numbers can be edited', async () => {
    const workbook = sampleWorkbook(['A1', 'A2'])
    const workshop = sampleWorkshop(workbook)
    const [first = '', second = ''] = indicatorIds(workbook)
    for (let count = 0; count < 5; count++) {
      const person = sampleParticipant(workbook, workshop)
      for (const criterion of ['usefulness', 'usability'] as const) {
        recordRating(workbook, rating(person, first, 5, { criterion }))
        recordRating(workbook, rating(person, second, 1, { criterion }))
      }
    }
    const parts = await unzip(await exported(workbook, 'pptx'))
    const slides = [...parts.keys()].filter(isSlide)
    expect(slides).toHaveLength(8)
    const text = (name: string) => parts.get(name)?.toString('utf8') ?? ''
    expect(text('ppt/slides/slide2.xml')).toContain('1 (50%) can be kept')
    expect(text('ppt/slides/slide4.xml')).toContain('A1  Indicator A1')
    expect(text('ppt/slides/slide4.xml')).not.toContain('A2')
    expect(text('ppt/slides/slide3.xml')).toContain('1 of 2 indicators is agreed')
    const [data] = [...parts].filter(([name]) => name.endsWith('.xlsx')).toSorted()
    const sheet = Object.values(read(data?.[1]).Sheets)[0] ?? {}
    expect(utils.sheet_to_csv(sheet)).toContain('Keep,1')
  })

  it('are the same bytes each time, whatever people typed', async () => {
    const workbook = hostileWorkbook()
    const first = await exported(workbook, 'pptx')
    expect((await exported(workbook, 'pptx')).equals(first)).toBe(true)
    const title = (await unzip(first)).get('ppt/slides/slide1.xml')?.toString('utf8')
    expect(title).toContain('Frühling: &quot;draft&quot; */ 1.')
  })

  it.runIf(isLongRun && canConvert('impress'))(
    'are turned into a page each by LibreOffice, where installed',
    async () => {
      const pptx = await exported(hostileWorkbook(), 'pptx')
      const slides = [...(await unzip(pptx)).keys()].filter(isSlide)
      const pdf = convertedToPdf('out.pptx', pptx, ownFolder()).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(slides.length)
    },
  )
})
