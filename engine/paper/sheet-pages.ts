import { assertNever } from '../../shared/assert-never.ts'
import { FIRST_LANGUAGE, LANGUAGES } from '../../shared/languages/languages.ts'
import { levelsIn } from '../../shared/messages/wordings.ts'
import type { SheetStyle } from '../../shared/model/paper.ts'
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
  type SheetText,
} from './sheet-layout.ts'
import { sheetStyles } from './sheet-styles.ts'
import type { PrintedTerm } from './sheet-terms.ts'

/** A sheet as it is printed. */
export interface PrintedSheet {
  readonly number: number
  readonly participant: string
  readonly code: string
  readonly group: string
}

/** The things that all sheets of a printing share. */
export interface SheetContent extends SheetText {
  readonly workbook: string
  readonly title: string
  readonly workshop: string
  readonly round: number
  readonly framework: string
  readonly style: SheetStyle
}

/** A page on its own may ask for nothing: what it shows is in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

interface Look {
  readonly content: SheetContent
  readonly measures: SheetMeasures
}

/** Sheets as one document of HTML, a page of A4 for each of their pages, which asks for nothing and runs nothing. */
export function sheetPages(content: SheetContent, sheets: readonly PrintedSheet[]): string {
  const { style, scale, language } = content
  const look = { content, measures: measuresOf(style, scale, language) }
  const pages = layOut(content, style)
  return html`${raw('<!doctype html>')}
<html lang="${language.tag}"><head><meta charset="utf-8">
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
  const { title, workshop, round, workbook, framework, language } = look.content
  const words = language.sheet
  const page = at + 1
  const code = drawSheetCode({ workbook, participant: sheet.participant, framework, page })
  return html`<section class="page"><header><div><h1 dir="auto">${title}</h1>
<p dir="auto">${workshop} · ${words.round(round)}</p>
<p class="who">${words.sheet} ${sheet.number} · ${words.code}: ${sheet.code}</p>
<p><bdi>${sheet.group}</bdi> · ${words.page(page, of)}</p></div>${raw(code)}</header>
${at === 0 ? html`<p class="how">${words.how} <strong>${words.noName}</strong></p>` : NOTHING}
${legend(look)}${parts.map(part => partOf(look, part))}</section>`
}

/** The meaning of the numbers, on every page: pages come apart. */
function legend({ content: { scale, style, language }, measures }: Look): Html {
  if (style === 'easy') return NOTHING
  const [useful = '', usable = '', rest = ''] = legendLines(scale, language.sheet)
  const heads = measures.isOneRow
    ? html`<div class="heads"><span class="number"></span><span class="words"></span><span class="answers">${CRITERIA.map(
        criterion =>
          html`<span style="width:${(scale.length + 2) * measures.step}mm">${language.sheet.columns[criterion]}</span>`,
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
    case 'term':
      return termOf(look, part.term, part.height)
    case 'more':
      return html`<div class="more"><p>${look.content.language.sheet.more}</p><i></i><i></i><i></i></div>`
    default:
      return assertNever(part)
  }
}

const termOf = (look: Look, { term, meaning }: PrintedTerm, height: number): Html =>
  html`<p class="term"${ownWords(look)} style="min-height:${height}mm" dir="auto">${term === '' ? NOTHING : html`<strong>${term}</strong> `}${meaning}</p>`

/** The mark of words of the framework on a sheet in another language: they are its own, which are taken to be English. */
const ownWords = ({ content: { language } }: Look): Html =>
  language.code === FIRST_LANGUAGE ? NOTHING : html` lang="${LANGUAGES[FIRST_LANGUAGE].tag}"`

function lineOf(look: Look, line: PrintedLine, height: number): Html {
  const { number, code, words, isTranslated } = line
  const answers = CRITERIA.map(criterion => questionOf(look, criterion))
  const wide = look.content.style === 'plain' ? '' : ' wide'
  return html`<div class="line" style="min-height:${height}mm"><span class="number">${number}</span><span class="words" dir="auto"${isTranslated ? NOTHING : ownWords(look)}><bdi class="code">${code}</bdi> ${words}</span><span class="answers${wide}">${answers}</span></div>`
}

function questionOf(look: Look, criterion: Criterion): Html {
  const { content, measures } = look
  const { style, scale } = content
  const asks = asksOf(content, criterion)
  const boxes =
    style === 'easy'
      ? faces(content, criterion)
      : boxSigns(scale.length).map(sign => html`<span><span class="box">${sign}</span></span>`)
  return html`<span class="question">${measures.isOneRow ? NOTHING : html`<span class="asks">${asks}</span>`}<span class="boxes">${boxes}</span></span>`
}

/** The question in the words of the sheet's wording, or in short where there is no room. */
function asksOf({ style, language }: SheetContent, criterion: Criterion): string {
  if (style === 'plain') return language.sheet.columns[criterion]
  return language.screens.around[style === 'easy' ? 'easy' : 'title'].questions[criterion]
}

/** Every box under its face and above its words, so that nobody needs the numbers. */
function faces({ scale, language }: SheetContent, criterion: Criterion): readonly Html[] {
  const { signs, face } = language.sheet
  const cell = (drawing: string, sign: string, label: string): Html =>
    html`<span class="face">${raw(drawing)}<span class="box">${sign}</span><span class="label">${label}</span></span>`
  const none = '<svg viewBox="0 0 24 24" aria-hidden="true"></svg>'
  return [
    ...levelsIn('easy', scale.levels[criterion], language.screens.plainLevel).map(
      ({ value, label }) => cell(drawFace(value, scale.length), String(value), label),
    ),
    cell(none, signs.dont_know, face.dont_know),
    cell(none, signs.not_applicable, face.not_applicable),
  ]
}
