import type { Writable } from 'node:stream'
import PptxGenJS from 'pptxgenjs'
import { formatCount, formatTwo } from '../../../shared/messages/figures.ts'
import { RELEASE_WORDS, releaseName } from '../../../shared/messages/releases.ts'
import { READ_ME, REPORT } from '../../../shared/messages/report.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { KIND_NAMES, PRIORITY_NAMES, ruleWords } from '../../../shared/messages/rules.ts'
import { SLIDES } from '../../../shared/messages/slides.ts'
import { PRIORITIES } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { writeOffice } from '../../files/write/office.ts'
import { groupBy } from '../../group-by.ts'
import { chartSheet } from '../charts/chart-sheet.ts'
import { type ExportMaterial, hasGroups, toldRounds } from '../material/material.ts'
import { findingOf, mostDiffering } from '../report/overview.ts'
import { summaryRows } from '../sheets/indicator-columns.ts'
import { groupResultRows, type ResultRow, resultRows } from '../sheets/result-columns.ts'

type Slide = PptxGenJS.Slide

const FONT = 'Calibri'
const INK = '1B2A30'
const TEAL = '1F4E5F'
const COLOURS = ['0E4F5B', 'B3541F']

/** As many lines as can be read from the back of a room. */
const MOST_LINES = 14

/** Writes about eight slides and ends the stream; their charts can be edited. The same material gives the same bytes. */
export async function writeSlides(out: Writable, material: ExportMaterial): Promise<void> {
  const deck = new PptxGenJS()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = material.title
  deck.author = READ_ME.program(material.appVersion)
  deck.company = ''
  const add = (heading: string): Slide => {
    const slide = deck.addSlide()
    slide.addText(heading, { ...TITLE, color: TEAL })
    slide.slideNumber = { x: 12.4, y: 7.0, fontFace: FONT, fontSize: 11, color: '4B5C63' }
    return slide
  }
  titleSlide(deck.addSlide(), material)
  prioritySlide(add(findingOf(material)), material)
  await mapSlide(add(SLIDES.map), material)
  keepSlide(add(SLIDES.keep), material)
  sectionSlide(add(SLIDES.sections), material)
  if (hasGroups(material)) groupSlide(add(SLIDES.groups), material)
  listSlide(add(REPORT.differ), differing(material))
  if (toldRounds(material).length > 1) roundSlide(add(SLIDES.rounds), material)
  listSlide(add(SLIDES.methods), methodLines(material))
  const packed = (await deck.write({ outputType: 'uint8array' })) as Uint8Array
  await writeOffice(out, packed, material.newest)
}

const TITLE = {
  x: 0.6,
  y: 0.35,
  w: 12.1,
  h: 0.9,
  fontFace: FONT,
  fontSize: 28,
  bold: true,
} as const
const BODY = { x: 0.6, y: 1.4, w: 12.1, h: 5.5, fontFace: FONT, fontSize: 18, color: INK } as const

function titleSlide(slide: Slide, material: ExportMaterial): void {
  const { title, framework, newest, results, madeUp, release } = material
  slide.background = { color: TEAL }
  slide.addText(title, { ...TITLE, y: 2.2, h: 1.2, fontSize: 44, color: 'FFFFFF' })
  const lines = [
    REPORT.subtitle(framework.title),
    `${REPORT.newest(newest.slice(0, 10))}. ${REPORT.round(results.round)}. ${RELEASE_WORDS.label}: ${releaseName(release).toLowerCase()}.`,
    ...(madeUp ? [REPORT.madeUp] : []),
  ]
  slide.addText(lines.join('\n'), { ...BODY, y: 3.5, h: 1.8, fontSize: 20, color: 'FFFFFF' })
}

const AXES = {
  catAxisLabelFontFace: FONT,
  valAxisLabelFontFace: FONT,
  catAxisLabelFontSize: 14,
  valAxisLabelFontSize: 12,
  dataLabelFontSize: 12,
  showValue: true,
  valGridLine: { color: 'DDE4E6', size: 0.5 },
} as const

function prioritySlide(slide: Slide, material: ExportMaterial): void {
  const rows = summaryRows(material)
  const labels = [...PRIORITIES.map(priority => PRIORITY_NAMES[priority]), SLIDES.none]
  const values = [...PRIORITIES, null].map(
    priority => rows.filter(row => row.priority === priority).length,
  )
  slide.addChart('bar', [{ name: SLIDES.indicators, labels, values }], {
    ...{ x: 0.6, y: 1.5, w: 12.1, h: 5.2, barDir: 'col', chartColors: [TEAL] },
    ...AXES,
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    altText: labels.map((label, at) => `${label}: ${values[at]}`).join('; '),
  })
}

async function mapSlide(slide: Slide, material: ExportMaterial): Promise<void> {
  const [draw] = chartSheet(material)?.pictures ?? []
  if (!draw) return void slide.addText(REPORT.none, BODY)
  const { png, width, height, words } = await draw()
  const scale = Math.min(12.1 / width, 5.8 / height)
  const size = { w: width * scale, h: height * scale }
  const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  slide.addImage({ data, x: (13.33 - size.w) / 2, y: 1.25, ...size, altText: words })
}

function keepSlide(slide: Slide, material: ExportMaterial): void {
  const kept = summaryRows(material).filter(({ priority }) => priority === 'keep')
  const lines = kept.map(({ indicator }) => `${indicator.code}  ${indicator.title}`)
  listSlide(slide, lines)
}

function listSlide(slide: Slide, lines: readonly string[]): void {
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines
  const more = lines.length - shown.length
  const all = [...shown, ...(more > 0 ? [SLIDES.more(more)] : [])]
  const text = (all.length === 0 ? [REPORT.none] : all).map(line => ({
    text: line,
    options: { bullet: true, breakLine: true, paraSpaceAfter: 6 },
  }))
  slide.addText(text, { ...BODY, valign: 'top', fontSize: all.length > 9 ? 15 : 18 })
}

/** The mean of the favourable shares of some rows, in percent; 0 where there is none to draw. */
function meanShare(rows: readonly ResultRow[]): number {
  const shares = rows.flatMap(({ summary }) => summary?.favourable ?? [])
  if (shares.length === 0) return 0
  return Math.round((100 * shares.reduce((sum, one) => sum + one, 0)) / shares.length)
}

function shareChart(slide: Slide, parts: ReadonlyMap<string, readonly ResultRow[]>): void {
  // Bars that lie go upwards from the first.
  const turned = [...parts].toReversed()
  const labels = turned.map(([name]) => name)
  const of = (criterion: Criterion) =>
    turned.map(([, rows]) => meanShare(rows.filter(row => row.criterion === criterion)))
  const series = CRITERIA.map(criterion => ({
    name: CRITERION_NAMES[criterion],
    labels,
    values: of(criterion),
  }))
  slide.addChart('bar', series, {
    ...{ x: 0.6, y: 1.4, w: 12.1, h: 5.0, barDir: 'bar', barGrouping: 'clustered' },
    ...AXES,
    ...{ chartColors: COLOURS, valAxisMinVal: 0, valAxisMaxVal: 100 },
    ...{ showLegend: true, legendPos: 'b', legendFontFace: FONT, legendFontSize: 13 },
    altText: series.map(({ name, values }) => `${name}: ${values.join(', ')} %`).join('; '),
  })
  slide.addText(SLIDES.shareHint, { ...BODY, y: 6.5, h: 0.5, fontSize: 13, color: '4B5C63' })
}

const sectionSlide = (slide: Slide, material: ExportMaterial): void =>
  shareChart(
    slide,
    groupBy(resultRows(material, material.wordsOf), ({ section }) => section),
  )

const groupSlide = (slide: Slide, material: ExportMaterial): void =>
  shareChart(
    slide,
    groupBy(groupResultRows(material, material.wordsOf), ({ group }) => group ?? ''),
  )

const differing = (material: ExportMaterial): readonly string[] =>
  mostDiffering(material).map(
    ({ code, title, criterion, summary }) =>
      `${code}  ${title}. ${CRITERION_NAMES[criterion]}: ${summary.kind ? KIND_NAMES[summary.kind].toLowerCase() : ''}, A ${formatTwo(summary.agreementA)}, n ${formatCount(summary.n)}`,
  )

function roundSlide(slide: Slide, material: ExportMaterial): void {
  const rounds = toldRounds(material).toReversed()
  const series = PRIORITIES.map(priority => ({
    name: PRIORITY_NAMES[priority],
    labels: rounds.map(round => REPORT.round(round)),
    values: rounds.map(round => {
      const { results, hidden } = material.resultsOf(round)
      return results.indicators.filter(
        one => one.priority === priority && !CRITERIA.some(each => hidden.has(one.id, each, null)),
      ).length
    }),
  }))
  slide.addChart('bar', series, {
    ...{ x: 0.6, y: 1.4, w: 12.1, h: 5.3, barDir: 'bar', barGrouping: 'stacked' },
    ...AXES,
    // A part of nothing has no number, and the numbers are read on every colour.
    ...{ valAxisHidden: true, dataLabelFormatCode: '#,##0;;' },
    ...{ chartColors: ['6AA5AB', 'BFD9DB', 'F2C9A5', 'E6A468'] },
    ...{ showLegend: true, legendPos: 'b', legendFontFace: FONT, legendFontSize: 13 },
    altText: series.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('; '),
  })
}

function methodLines(material: ExportMaterial): readonly string[] {
  const { results, scale, release } = material
  const { ruleUsed } = results
  const people = READ_ME.people(results.participants, release)
  return [
    `${people}. ${SLIDES.scale(scale.length)}`,
    `${READ_ME.ruleName(ruleUsed)}. ${ruleWords(ruleUsed, scale.length)}`,
    SLIDES.favourable,
    ...material.askedSaid,
    ...material.handsSaid,
    ...material.audited,
    READ_ME.program(material.appVersion),
  ]
}
