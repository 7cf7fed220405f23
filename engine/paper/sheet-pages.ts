import { assertNever } from '../../shared/assert-never.ts'
import { SHEET_WORDS } from '../../shared/messages/paper.ts'
import { levelsIn, WORDS_AROUND } from '../../shared/messages/wordings.ts'
import type { SheetStyle } from '../../shared/model/paper.ts'
import type { Scale } from '../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../shared/model/vocabulary.ts'
import { type Html, html, NOTHING, raw } from '../exports/report/html.ts'
import { typefaceRules } from '../exports/report/styles.ts'
import { drawFace } from './face.ts'
import { drawSheetCode } from './sheet-code.ts'
import {
  boxSigns,
  layOut,
  legendLines,
  measuresOf,
  type PrintedLine,
  type SheetMeasures,
  type SheetPart,
} from './sheet-layout.ts'
import { sheetStyles } from './sheet-styles.ts'

/** A sheet as it is printed. */
export interface PrintedSheet {
  readonly number: number
  readonly participant: string
  readonly code: string
  readonly group: string
}

/** The things that all sheets of a printing share. */
export interface SheetContent {
  readonly workbook: string
  readonly title: string
  readonly workshop: string
  readonly round: number
  readonly framework: string
  readonly style: SheetStyle
  readonly scale: Scale
  readonly lines: readonly PrintedLine[]
}

/** A page on its own may ask for nothing: what it shows is in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

interface Look {
  readonly content: SheetContent
  readonly measures: SheetMeasures
}

/** Sheets as one document of HTML, a page of A4 for each of their pages, which asks for nothing and runs nothing. */
export function sheetPages(content: SheetContent, sheets: readonly PrintedSheet[]): string {
  const { style, scale, lines } = content
  const look = { content, measures: measuresOf(style, scale.length) }
  const pages = layOut(lines, style, scale.length)
  return html`${raw('<!doctype html>')}
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title}</title>
<style>${raw(typefaceRules())}${raw(sheetStyles(style, look.measures))}</style></head>
<body>${sheets.flatMap(sheet => pages.map((parts, at) => onePage(look, sheet, { parts, at, of: pages.length })))}</body></html>
`.markup
}

interface Page {
  readonly parts: readonly SheetPart[]
  /** The place of the page, from 0, and the number of pages. */
  readonly at: number
  readonly of: number
}

function onePage(look: Look, sheet: PrintedSheet, { parts, at, of }: Page): Html {
  const { title, workshop, round, workbook, framework } = look.content
  const page = at + 1
  const code = drawSheetCode({ workbook, participant: sheet.participant, framework, page })
  return html`<section class="page"><header><div><h1 dir="auto">${title}</h1>
<p dir="auto">${workshop} · ${SHEET_WORDS.round(round)}</p>
<p class="who">${SHEET_WORDS.sheet} ${sheet.number} · ${SHEET_WORDS.code}: ${sheet.code}</p>
<p><bdi>${sheet.group}</bdi> · ${SHEET_WORDS.page(page, of)}</p></div>${raw(code)}</header>
${at === 0 ? html`<p class="how">${SHEET_WORDS.how} <strong>${SHEET_WORDS.noName}</strong></p>` : NOTHING}
${legend(look)}${parts.map(part => partOf(look, part))}</section>`
}

/** The meaning of the numbers, on every page: pages come apart. */
function legend({ content: { scale, style }, measures }: Look): Html {
  if (style === 'easy') return NOTHING
  const [useful = '', usable = '', rest = ''] = legendLines(scale)
  const heads = measures.isOneRow
    ? html`<div class="heads"><span class="number"></span><span class="words"></span><span class="answers">${CRITERIA.map(
        criterion =>
          html`<span style="width:${(scale.length + 2) * measures.step}mm">${SHEET_WORDS.columns[criterion]}</span>`,
      )}</span></div>`
    : NOTHING
  return html`<div class="legend">${[useful, usable, rest].map(line => html`<p>${line}</p>`)}${heads}</div>`
}

function partOf(look: Look, part: SheetPart): Html {
  switch (part.kind) {
    case 'section':
      return html`<h2 dir="auto">${part.title}</h2>`
    case 'line':
      return lineOf(look, part.line, part.height)
    case 'more':
      return html`<div class="more"><p>${SHEET_WORDS.more}</p><i></i><i></i><i></i></div>`
    default:
      return assertNever(part)
  }
}

function lineOf(look: Look, { number, code, words }: PrintedLine, height: number): Html {
  const answers = CRITERIA.map(criterion => questionOf(look, criterion))
  const wide = look.content.style === 'plain' ? '' : ' wide'
  return html`<div class="line" style="min-height:${height}mm"><span class="number">${number}</span><span class="words" dir="auto"><bdi class="code">${code}</bdi> ${words}</span><span class="answers${wide}">${answers}</span></div>`
}

function questionOf({ content: { style, scale }, measures }: Look, criterion: Criterion): Html {
  const asks = asksOf(style, criterion)
  const boxes =
    style === 'easy'
      ? faces(scale, criterion)
      : boxSigns(scale.length).map(sign => html`<span><span class="box">${sign}</span></span>`)
  return html`<span class="question">${measures.isOneRow ? NOTHING : html`<span class="asks">${asks}</span>`}<span class="boxes">${boxes}</span></span>`
}

/** The question in the words of the sheet's wording, or in short where there is no room. */
function asksOf(style: SheetStyle, criterion: Criterion): string {
  if (style === 'plain') return SHEET_WORDS.columns[criterion]
  return WORDS_AROUND[style === 'easy' ? 'easy' : 'title'].questions[criterion]
}

/** Every box under its face and above its words, so that nobody needs the numbers. */
function faces(scale: Scale, criterion: Criterion): readonly Html[] {
  const { dont_know, not_applicable } = SHEET_WORDS.face
  const cell = (drawing: string, sign: string, label: string): Html =>
    html`<span class="face">${raw(drawing)}<span class="box">${sign}</span><span class="label">${label}</span></span>`
  const none = '<svg viewBox="0 0 24 24" aria-hidden="true"></svg>'
  const { signs } = SHEET_WORDS
  return [
    ...levelsIn('easy', scale.levels[criterion]).map(({ value, label }) =>
      cell(drawFace(value, scale.length), String(value), label),
    ),
    cell(none, signs.dont_know, dont_know),
    cell(none, signs.not_applicable, not_applicable),
  ]
}
