import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { writeExport } from '../../../../engine/exports/write-export.ts'
import type { DrawPdf } from '../../../../engine/files/write/pdf.ts'
import { exampleFramework } from '../../../../engine/frameworks/example/example-framework.ts'
import { addSyntheticRatings } from '../../../../engine/ratings/synthetic/synthetic-ratings.ts'
import { consolidate } from '../../../../engine/results/consolidate.ts'
import { getNewestMoment } from '../../../../engine/store/reports/exports.ts'
import { createWorkbook } from '../../../../engine/workbooks/open.ts'
import { REPORT } from '../../../../shared/messages/report.ts'
import { WORD } from '../../../../shared/messages/word.ts'
import type { ExportScope } from '../../../../shared/model/exports.ts'
import { findFaults } from '../../../e2e/helpers/axe.ts'
import { browserLaunch } from '../../../helpers/chromium.ts'
import { isLongRun } from '../../../helpers/counts.ts'
import { readPdf } from '../../../helpers/pdf.ts'
import { run, succeeds } from '../../../helpers/programs.ts'
import { ownFolder, program } from '../../../helpers/sample-workbook.ts'
import { exported, ratedWorkbook } from '../exported.ts'
import { hostileWorkbook } from '../hostile-workbook.ts'

const CAN_SEE_PAGES = succeeds('pdftoppm', ['-v'])

/** The share of each page of a PDF that is used, down to the last thing on it but its number. */
function filledShares(pdf: Buffer): readonly number[] {
  const folder = ownFolder()
  writeFileSync(join(folder, 'report.pdf'), pdf)
  run('pdftoppm', ['-r', '20', '-gray', 'report.pdf', 'page'], folder)
  const pages = readdirSync(folder).filter(name => name.endsWith('.pgm'))
  return pages.toSorted().map(name => {
    const bytes = readFileSync(join(folder, name))
    const [head = '', width = '', height = ''] =
      /^P5\s(\d+) (\d+)\s255\s/.exec(bytes.toString('latin1')) ?? []
    const body = bytes.subarray(
      head.length,
      head.length + Math.floor(0.94 * Number(height)) * Number(width),
    )
    return (body.findLastIndex(grey => grey < 200) + 1) / Number(width) / Number(height)
  })
}

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(browserLaunch())
})
afterAll(() => browser.close())

function syntheticWorkbook() {
  const content = { title: 'Try', scale: 5, madeUp: true, framework: exampleFramework() } as const
  const workbook = createWorkbook(join(ownFolder(), 'try.sqlite'), content, program)
  onTestFinished(workbook.close)
  addSyntheticRatings(workbook, { workshops: 1, participants: 8, seed: 2 })
  return workbook
}

/** The report, opened in a browser, and what it asked the world for. */
async function opened(bytes: Buffer, context: BrowserContextOptions = {}) {
  const path = join(ownFolder(), 'report.html')
  writeFileSync(path, bytes)
  const window = await browser.newContext(context)
  onTestFinished(() => window.close())
  const page = await window.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  page.on('console', message => asked.push(message.text()))
  page.on('dialog', dialog => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(pathToFileURL(path).href)
  return { page, asked, address: pathToFileURL(path).href }
}

const htmlOf = (scope?: ExportScope) => exported(syntheticWorkbook(), 'html', scope)

describe('the report', () => {
  it('is one file that asks for nothing and runs nothing, whatever people wrote', async () => {
    const { page, asked, address } = await opened(await exported(hostileWorkbook(), 'html'))
    expect(asked).toEqual([address])
    expect(await page.title()).toBe('Frühling: "draft" */ 1.')
    expect(await page.locator('blockquote').first().textContent()).toContain('=0\n"x"')
    expect(await page.locator('script, link, iframe, img').count()).toBe(0)
  })

  it('says what the results say, each indicator once, with the finding and the priorities', async () => {
    const workbook = syntheticWorkbook()
    const { indicators } = consolidate(workbook, { round: 1 })
    const { page } = await opened(await exported(workbook, 'html'))
    const rows = await page.locator('.results tbody tr').allTextContents()
    expect(rows).toHaveLength(2 * indicators.length)
    const [first] = indicators
    const [text = ''] = rows
    expect(text).toContain(`${first?.code} ${first?.title}`)
    const { n, median } = first?.criteria.usefulness ?? {}
    expect(text).toContain(`Usefulness${n}${median?.toFixed(1)}`)
    const kept = indicators.filter(({ priority }) => priority === 'keep').length
    const found = await page.locator('header').textContent()
    expect(found).toContain(`${kept} (`)
    expect(await page.getByText(REPORT.madeUp).count()).toBe(1)
    expect(await page.locator('figure svg').count()).toBeGreaterThan(5)
  })

  it('has the rounds and who moved, figures by group, the words that were rated, and the methods', async () => {
    const { page } = await opened(await exported(ratedWorkbook().workbook, 'html'))
    const table = (title: string) =>
      page.locator('table').filter({ has: page.locator('caption', { hasText: title }) })
    const rows = (title: string) => table(title).locator('tbody tr').allInnerTexts()
    const cells = async (title: string) => (await rows(title)).map(row => row.split(/[\t\n]+/))
    expect(await cells(WORD.roundsOf)).toEqual([
      ['1', '4', '0', '0', '0', '0', '3'],
      ['2', '3', '0', '0', '0', '0', '3'],
    ])
    expect(await cells(WORD.moved(1, 2))).toContainEqual([
      'Usefulness',
      '1',
      '0',
      '1',
      '0',
      '0',
      '1',
    ])
    expect(await cells(WORD.groupsOf)).toContainEqual(['Ofsted', '2'])
    const [byGroup] = await rows('by stakeholder group: share')
    expect(byGroup?.replaceAll(/\s+/g, ' ')).toContain(
      'A1 Usefulness 100% n 1, 5.0 nobody 0% n 1, 3.0',
    )
    expect((await cells(WORD.wordsOf(1)))[0]?.slice(0, 2)).toEqual(['A1', 'Indicator A1'])
    expect(await page.getByRole('heading', { name: 'Definition of consensus' }).count()).toBe(1)
  })

  it('has contents whose links lead somewhere, and captions numbered one after the other', async () => {
    const { page } = await opened(await htmlOf())
    const links = await page
      .locator('nav a')
      .evaluateAll(all =>
        all.map(link => [
          link.textContent,
          document.querySelector(link.getAttribute('href') ?? '')?.textContent,
        ]),
      )
    expect(links.length).toBeGreaterThan(8)
    for (const [words, heading] of links) expect(heading).toBe(words)
    for (const [kind, place] of [
      ['Figure', 'figcaption'],
      ['Table', 'caption'],
    ]) {
      const captions = await page.locator(`${place}`).allTextContents()
      expect(captions).toEqual(
        captions.map((_, at) => expect.stringMatching(`^${kind} ${at + 1}\\. .`)),
      )
      // A section of 21 indicators has two charts for each criterion, and says of each what it shows.
      expect(captions.filter(text => text.endsWith(', SAFE-01 to SAFE-11'))).toHaveLength(
        kind === 'Figure' ? 2 : 0,
      )
    }
    expect(
      await page.locator('table:not(:has(caption)), figure:not(:has(figcaption))').count(),
    ).toBe(0)
  })

  it('has nothing that axe objects to, and is as wide as its window', async () => {
    const { page } = await opened(await exported(hostileWorkbook(), 'html'), {
      bypassCSP: true,
      viewport: { width: 390, height: 800 },
    })
    expect(await findFaults(page)).toEqual([])
    for (const width of [320, 390, 1366]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

  it.runIf(isLongRun)(
    'prints to A4: two pages for a director, then one section after the other without half-empty pages',
    async () => {
      const { page } = await opened(await htmlOf())
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
        'latin1',
      )
      // A4 in points, in the rounding of the browser.
      const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
      expect(boxes.length).toBeGreaterThan(8)
      for (const [, width, height] of boxes) {
        expect(Number(width)).toBeCloseTo(595.3, -1)
        expect(Number(height)).toBeCloseTo(841.9, -1)
      }
      await page.setViewportSize({ width: 680, height: 1000 })
      await page.emulateMedia({ media: 'print' })
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
      expect(fits).toBe(true)
      // What an A4 page holds at 96 dots an inch, between the margins.
      for (const place of ['header.page', 'section.page']) {
        const box = await page.locator(place).boundingBox()
        expect(box?.height, place).toBeLessThan(1122 - 129)
      }
      if (!CAN_SEE_PAGES) return
      const filled = filledShares(Buffer.from(pdf, 'latin1'))
      expect(filled).toHaveLength(boxes.length)
      expect(filled.slice(0, -1).filter(share => share < 0.5)).toEqual([])
    },
  )

  it('is drawn as PDF by whoever can, whole or not at all, and dated by the newest record', async () => {
    const folder = ownFolder()
    const to = { path: join(folder, 'report.pdf'), name: 'report.pdf' }
    const { workbook } = ratedWorkbook()
    const write = (drawPdf: DrawPdf | null) =>
      writeExport(workbook, { format: 'pdf', scope: { round: 1 } }, to, drawPdf)
    const refused = { code: 'CANNOT_DRAW_PDF', data: { file: 'report.pdf' } }
    await expect(write(null)).rejects.toMatchObject(refused)
    await expect(write(() => Promise.resolve(null))).rejects.toMatchObject(refused)
    expect(readdirSync(folder)).toEqual([])

    const draw = async (html: string) => {
      const page = await browser.newPage()
      onTestFinished(() => page.close())
      await page.setContent(html)
      return page.pdf({ preferCSSPageSize: true })
    }
    const drawn = await write(draw)
    expect(readdirSync(folder)).toEqual(['report.pdf'])
    const pdf = readFileSync(to.path)
    expect(drawn).toEqual({ name: 'report.pdf', bytes: pdf.length })
    const { fonts, words } = readPdf(pdf)
    expect(words).toContain(REPORT.priorities)
    expect(new Set(fonts)).toEqual(
      new Set(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular']),
    )

    const newest = getNewestMoment(workbook.store).slice(0, 19).replaceAll(/\D/g, '')
    expect(pdf.toString('latin1')).toContain(`/CreationDate (D:${newest}+00'00')`)
    await write(draw)
    expect(readFileSync(to.path).equals(pdf)).toBe(true)
  })

  it('leaves out what was chosen to be left out, and says so', async () => {
    const { workbook } = ratedWorkbook()
    const scope = { round: 1, comments: false, hideUnder: 5 }
    const { page } = await opened(await exported(workbook, 'html', scope))
    expect(await page.locator('blockquote').count()).toBe(0)
    expect(await page.locator('.results tbody').first().textContent()).toContain(REPORT.left)
  })

  it('is the same bytes each time', async () => {
    const workbook = syntheticWorkbook()
    const first = await exported(workbook, 'html')
    expect((await exported(workbook, 'html')).equals(first)).toBe(true)
  })
})
