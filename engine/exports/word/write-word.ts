import type { Writable } from 'node:stream'
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import { coverageOf } from '../../../shared/charts/basis.ts'
import { formatCount, formatShare } from '../../../shared/messages/figures.ts'
import { READ_ME } from '../../../shared/messages/report.ts'
import { ruleWords, stabilityTally } from '../../../shared/messages/rules.ts'
import { writeOffice } from '../../files/write/office.ts'
import { chartSheet } from '../charts/chart-sheet.ts'
import { methods } from '../data-package/documents.ts'
import { documentWords, englishIn } from '../material/in-language.ts'
import type { ExportMaterial } from '../material/material.ts'
import { findingOf } from '../report/overview.ts'
import { markupOf } from './markup.ts'
import { methodsPart } from './methods.ts'
import {
  type Block,
  type Caption,
  captions,
  heading,
  type LaterBlock,
  legal,
  PAGE,
  paragraph,
  picture,
  table,
} from './parts.ts'
import { roundsPart } from './rounds.ts'
import {
  appendixPart,
  changesPart,
  differingPart,
  prioritiesPart,
  resultsPart,
  wordsPart,
} from './sections.ts'
import { stylesIn } from './styles.ts'
import { tableMarkup } from './tables.ts'

/** Writes the report as a Word document and ends the stream. The same material gives the same bytes. */
export async function writeWord(out: Writable, material: ExportMaterial): Promise<void> {
  const { title, appVersion, newest } = material
  const { word } = documentWords(material)
  const caption = captions(material)
  const front = frontPart(material, caption)
  const [map, ...charts] = await drawCharts(material)
  const shown = (chart: Chart) => [chart.picture, caption('Figure', chart.words)]
  const { placed, markup } = places()
  const document = new Document({
    title: legal(title),
    creator: READ_ME.program(appVersion),
    lastModifiedBy: READ_ME.program(appVersion),
    description: '',
    styles: stylesIn(material.language.tag),
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: MARGIN },
        },
        footers: { default: footer(title) },
        children: placed([
          ...front,
          ...(map ? shown(map) : []),
          ...prioritiesPart(material),
          ...differingPart(material),
          ...changesPart(material),
          ...roundsPart(material, caption),
          ...resultsPart(material, caption),
          ...(charts.length === 0
            ? []
            : [heading(word.charts, 1, { startsPage: true }), ...charts.flatMap(shown)]),
          ...wordsPart(material, caption),
          ...methodsPart(methods(material), aroundMethods(material)),
          ...appendixPart(material, caption),
        ]),
      },
    ],
  })
  const packed = await Packer.toBuffer(document)
  await writeOffice(out, packed, newest, { part: 'word/document.xml', place: PLACE, markup })
}

/** The places of what is made later: one for all that stands together. */
function places() {
  const later: LaterBlock[][] = []
  return {
    placed: (blocks: readonly Block[]) =>
      blocks.flatMap((block, at) => {
        if (!isLater(block)) return [block]
        const before = blocks[at - 1]
        if (before && isLater(before)) {
          later.at(-1)?.push(block)
          return []
        }
        return [placeOf(later.push([block]))]
      }),
    markup: function* (number: number): Generator<string> {
      for (const block of later[number - 1] ?? []) {
        if ('rows' in block) yield* tableMarkup(block)
        else yield markupOf(block.make())
      }
    },
  }
}

const isLater = (block: Block): block is LaterBlock => 'rows' in block || 'make' in block

/** The methods text is in English in documents in any language; its heading is not. */
function aroundMethods(material: ExportMaterial) {
  const language = englishIn(material)
  const title = `${documentWords(material).report.methodsOfStudy}: ${material.title}`
  return language === undefined ? null : { language, title }
}

/** The place of what is put there when the document is written: letters that are nobody's, alone in a paragraph. */
const placeOf = (number: number): Paragraph => new Paragraph(`\u{100000}${number}\u{100001}`)
const PLACE = /<w:p><w:r><w:t xml:space="preserve">\u{100000}(\d+)\u{100001}<\/w:t><\/w:r><\/w:p>/u

const MARGIN = { top: 1134, right: 1134, bottom: 1134, left: 1134 }

function frontPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const { title, madeUp, framework, results, newest, scale, workshops, release } = material
  const { report, word, releases, release: label, atLeast, note } = documentWords(material)
  const english = englishIn(material)
  const { possible, missing } = coverageOf(results.indicators)
  const answered = formatShare(possible === 0 ? null : (possible - missing) / possible)
  const { participants, workshops: rooms, indicators, answered: given } = report.tiles
  // Beside n, these would tell of those who left a question out.
  const whole: readonly (readonly [string, string])[] = [
    [participants, formatCount(results.participants)],
    [rooms, formatCount(workshops.length)],
    [given, answered],
  ]
  const tiles = [
    ...(release === 'research' ? whole : [[participants, atLeast(results.participants)] as const]),
    [indicators, formatCount(results.indicators.length)] as const,
  ]
  return [
    new Paragraph({ text: legal(title), style: 'Title' }),
    paragraph(report.subtitle(framework.title), 'Lead'),
    paragraph(
      `${report.newest(newest.slice(0, 10))}. ${report.round(results.round)}. ${READ_ME.ruleName(results.ruleUsed)}. ${label}: ${releases[release].toLowerCase()}.`,
      'Muted',
    ),
    ...(material.language.isFirst ? [] : [paragraph(note, 'Muted')]),
    ...(madeUp ? [paragraph(report.madeUp, 'Warning')] : []),
    new TableOfContents(word.contents, { hyperlink: true, headingStyleRange: '1-1' }),
    heading(report.atAGlance, 1),
    paragraph(findingOf(material), 'Lead'),
    caption('Table', report.atAGlance),
    table(
      tiles.map(([label]) => ({ heading: label, part: 1 })),
      [tiles.map(([, value]) => value)],
    ),
    heading(report.howToRead, 2),
    paragraph(
      `${ruleWords(results.ruleUsed, scale.length)} ${stabilityTally(results)}`.trim(),
      undefined,
      english,
    ),
  ]
}

const footer = (title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        style: 'Muted',
        children: [
          new TextRun({ text: `${legal(title)}   `, size: 17 }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17 }),
        ],
      }),
    ],
  })

/** A chart as a picture, and the words of its caption. */
interface Chart {
  readonly picture: Paragraph
  readonly words: string
}

async function drawCharts(material: ExportMaterial): Promise<readonly Chart[]> {
  const drawn: Chart[] = []
  for (const draw of chartSheet(material, PAGE.height / PAGE.width)?.pictures ?? []) {
    const { name, words, ...of } = await draw()
    drawn.push({ picture: picture({ ...of, words }), words: `${name}. ${words}` })
  }
  return drawn
}
