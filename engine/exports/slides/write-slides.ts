import type { Writable } from 'node:stream'
import PptxGenJS from 'pptxgenjs'
import { formatCount, formatTwo } from '../../../shared/messages/figures.ts'
import { READ_ME } from '../../../shared/messages/report.ts'
import { ruleWords } from '../../../shared/messages/rules.ts'
import { PRIORITIES } from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import { writeOffice } from '../../files/write/office.ts'
import { groupBy } from '../../group-by.ts'
import { chartSheet } from '../charts/chart-sheet.ts'
import { documentWords, englishIn } from '../material/in-language.ts'
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
  const { report, slides } = documentWords(material)
  const language = languageOf(material)
  const add = (heading: string): Slide => {
    const slide = deck.addSlide()
    slide.addText(heading, { ...TITLE, ...language, color: TEAL })
    slide.slideNumber = { x: 12.4, y: 7.0, fontFace: FONT, fontSize: 11, color: '4B5C63' }
    return slide
  }
  titleSlide(deck.addSlide(), material)
  prioritySlide(add(findingOf(material)), material)
  await mapSlide(add(slides.map), material)
  keepSlide(add(slides.keep), material)
  sectionSlide(add(slides.sections), material)
  if (hasGroups(material)) groupSlide(add(slides.groups), material)
  listSlide(material, add(report.differ), differing(material))
  if (toldRounds(material).length > 1) roundSlide(add(slides.rounds), material)
  listSlide(material, add(slides.methods), methodLines(material))
  const packed = (await deck.write({ outputType: 'uint8array' })) as Uint8Array
  await writeOffice(out, packed, material.newest)
}

/** The language of words as the library takes it; nothing in English, whose slides say none. */
const languageOf = ({ language }: ExportMaterial) =>
  language.isFirst ? {} : { lang: language.tag }

/** The same of words that are in English in slides in any language. */
function englishOf(material: ExportMaterial) {
  const lang = englishIn(material)
  return lang === undefined ? {} : { lang }
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
  const { report, releases, release: label, note } = documentWords(material)
  slide.background = { color: TEAL }
  slide.addText(title, {
    ...TITLE,
    ...languageOf(material),
    y: 2.2,
    h: 1.2,
    fontSize: 44,
    color: 'FFFFFF',
  })
  const lines = [
    report.subtitle(framework.title),
    `${report.newest(newest.slice(0, 10))}. ${report.round(results.round)}. ${label}: ${releases[release].toLowerCase()}.`,
    ...(madeUp ? [report.madeUp] : []),
    ...(material.language.isFirst ? [] : [note]),
  ]
  const look = { ...BODY, ...languageOf(material), y: 3.5, h: 1.8, fontSize: 20, color: 'FFFFFF' }
  slide.addText(lines.join('\n'), look)
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
  const { charts, slides } = documentWords(material)
  const labels = [...PRIORITIES.map(priority => charts.priorities[priority]), slides.none]
  const values = [...PRIORITIES, null].map(
    priority => rows.filter(row => row.priority === priority).length,
  )
  slide.addChart('bar', [{ name: slides.indicators, labels, values }], {
    ...{ x: 0.6, y: 1.5, w: 12.1, h: 5.2, barDir: 'col', chartColors: [TEAL] },
    ...AXES,
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    altText: labels.map((label, at) => `${label}: ${values[at]}`).join('; '),
  })
}

async function mapSlide(slide: Slide, material: ExportMaterial): Promise<void> {
  const [draw] = chartSheet(material)?.pictures ?? []
  if (!draw) {
    const none = documentWords(material).report.none
    return void slide.addText(none, { ...BODY, ...languageOf(material) })
  }
  const { png, width, height, words } = await draw()
  const scale = Math.min(12.1 / width, 5.8 / height)
  const size = { w: width * scale, h: height * scale }
  const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  slide.addImage({ data, x: (13.33 - size.w) / 2, y: 1.25, ...size, altText: words })
}

function keepSlide(slide: Slide, material: ExportMaterial): void {
  const kept = summaryRows(material).filter(({ priority }) => priority === 'keep')
  const lines = kept.map(({ indicator }) => `${indicator.code}  ${indicator.title}`)
  listSlide(material, slide, lines.map(english))
}

/** A line of a list; one that is in English in slides in any language says so. */
interface Line {
  readonly text: string
  readonly isEnglish?: boolean
}

const english = (text: string): Line => ({ text, isEnglish: true })

function listSlide(material: ExportMaterial, slide: Slide, lines: readonly Line[]): void {
  const { report, slides } = documentWords(material)
  const shown = lines.length > MOST_LINES ? lines.slice(0, MOST_LINES - 1) : lines
  const more = lines.length - shown.length
  const all: readonly Line[] = [...shown, ...(more > 0 ? [{ text: slides.more(more) }] : [])]
  const text = (all.length === 0 ? [{ text: report.none }] : all).map((line: Line) => ({
    text: line.text,
    options: {
      ...{ bullet: true, breakLine: true, paraSpaceAfter: 6 },
      ...(line.isEnglish ? englishOf(material) : languageOf(material)),
    },
  }))
  slide.addText(text, { ...BODY, valign: 'top', fontSize: all.length > 9 ? 15 : 18 })
}

/** The mean of the favourable shares of some rows, in percent; 0 where there is none to draw. */
function meanShare(rows: readonly ResultRow[]): number {
  const shares = rows.flatMap(({ summary }) => summary?.favourable ?? [])
  if (shares.length === 0) return 0
  return Math.round((100 * shares.reduce((sum, one) => sum + one, 0)) / shares.length)
}

function shareChart(
  material: ExportMaterial,
  slide: Slide,
  parts: ReadonlyMap<string, readonly ResultRow[]>,
): void {
  const { charts, slides } = documentWords(material)
  // Bars that lie go upwards from the first.
  const turned = [...parts].toReversed()
  const labels = turned.map(([name]) => name)
  const of = (criterion: Criterion) =>
    turned.map(([, rows]) => meanShare(rows.filter(row => row.criterion === criterion)))
  const series = CRITERIA.map(criterion => ({
    name: charts.criteria[criterion],
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
  slide.addText(slides.shareHint, {
    ...{ ...BODY, ...languageOf(material), y: 6.5, h: 0.5, fontSize: 13, color: '4B5C63' },
  })
}

const sectionSlide = (slide: Slide, material: ExportMaterial): void =>
  shareChart(
    material,
    slide,
    groupBy(resultRows(material, material.wordsOf), ({ section }) => section),
  )

const groupSlide = (slide: Slide, material: ExportMaterial): void =>
  shareChart(
    material,
    slide,
    groupBy(groupResultRows(material, material.wordsOf), ({ group }) => group ?? ''),
  )

function differing(material: ExportMaterial): readonly Line[] {
  const { criteria, kinds } = documentWords(material).charts
  return mostDiffering(material).map(({ code, title, criterion, summary }) => ({
    text: `${code}  ${title}. ${criteria[criterion]}: ${summary.kind ? kinds[summary.kind].toLowerCase() : ''}, A ${formatTwo(summary.agreementA)}, n ${formatCount(summary.n)}`,
  }))
}

function roundSlide(slide: Slide, material: ExportMaterial): void {
  const { charts, report } = documentWords(material)
  const rounds = toldRounds(material).toReversed()
  const series = PRIORITIES.map(priority => ({
    name: charts.priorities[priority],
    labels: rounds.map(round => report.round(round)),
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

function methodLines(material: ExportMaterial): readonly Line[] {
  const { results, scale, release } = material
  const { ruleUsed } = results
  const people = material.language.files.readMe.people(results.participants, release)
  const { slides } = documentWords(material)
  return [
    { text: `${people}. ${slides.scale(scale.length)}` },
    english(`${READ_ME.ruleName(ruleUsed)}. ${ruleWords(ruleUsed, scale.length)}`),
    { text: slides.favourable },
    ...[...material.askedSaid, ...material.handsSaid, ...material.audited].map(english),
    { text: READ_ME.program(material.appVersion) },
  ]
}
