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
import { RELEASE_WORDS, releaseName } from '../../../shared/messages/releases.ts'
import { READ_ME, REPORT } from '../../../shared/messages/report.ts'
import { ruleWords, stabilityTally } from '../../../shared/messages/rules.ts'
import { WORD } from '../../../shared/messages/word.ts'
import { writeOffice } from '../../files/write/office.ts'
import { chartSheet } from '../charts/chart-sheet.ts'
import { methods } from '../data-package/documents.ts'
import type { ExportMaterial } from '../material/material.ts'
import { findingOf } from '../report/overview.ts'
import { methodsPart } from './methods.ts'
import {
  type Block,
  type Caption,
  captions,
  heading,
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
import { STYLES } from './styles.ts'

/** Writes the report as a Word document and ends the stream. The same material gives the same bytes. */
export async function writeWord(out: Writable, material: ExportMaterial): Promise<void> {
  const { title, appVersion, newest } = material
  const caption = captions()
  const front = frontPart(material, caption)
  const [map, ...charts] = await drawCharts(material)
  const shown = (chart: Chart) => [chart.picture, caption('Figure', chart.words)]
  const document = new Document({
    title: legal(title),
    creator: READ_ME.program(appVersion),
    lastModifiedBy: READ_ME.program(appVersion),
    description: '',
    styles: STYLES,
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: MARGIN },
        },
        footers: { default: footer(title) },
        children: [
          ...front,
          ...(map ? shown(map) : []),
          ...prioritiesPart(material),
          ...differingPart(material),
          ...changesPart(material),
          ...roundsPart(material, caption),
          ...resultsPart(material, caption),
          ...(charts.length === 0 ? [] : [heading(WORD.charts, 1, true), ...charts.flatMap(shown)]),
          ...wordsPart(material, caption),
          ...methodsPart(methods(material)),
          ...appendixPart(material, caption),
        ],
      },
    ],
  })
  await writeOffice(out, await Packer.toBuffer(document), newest)
}

const MARGIN = { top: 1134, right: 1134, bottom: 1134, left: 1134 }

function frontPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const { title, madeUp, framework, results, newest, scale, workshops, release } = material
  const { possible, missing } = coverageOf(results.indicators)
  const answered = formatShare(possible === 0 ? null : (possible - missing) / possible)
  const { participants, workshops: rooms, indicators, answered: given } = REPORT.tiles
  // Beside n, these would tell of those who left a question out.
  const whole: readonly (readonly [string, string])[] = [
    [participants, formatCount(results.participants)],
    [rooms, formatCount(workshops.length)],
    [given, answered],
  ]
  const tiles = [
    ...(release === 'research'
      ? whole
      : [[participants, RELEASE_WORDS.atLeast(results.participants)] as const]),
    [indicators, formatCount(results.indicators.length)] as const,
  ]
  return [
    new Paragraph({ text: legal(title), style: 'Title' }),
    paragraph(REPORT.subtitle(framework.title), 'Lead'),
    paragraph(
      `${REPORT.newest(newest.slice(0, 10))}. ${REPORT.round(results.round)}. ${READ_ME.ruleName(results.ruleUsed)}. ${RELEASE_WORDS.label}: ${releaseName(release).toLowerCase()}.`,
      'Muted',
    ),
    ...(madeUp ? [paragraph(REPORT.madeUp, 'Warning')] : []),
    new TableOfContents(WORD.contents, { hyperlink: true, headingStyleRange: '1-1' }),
    heading(REPORT.atAGlance, 1),
    paragraph(findingOf(material), 'Lead'),
    caption('Table', REPORT.atAGlance),
    table(
      tiles.map(([label]) => ({ heading: label, part: 1 })),
      [tiles.map(([, value]) => value)],
    ),
    heading(REPORT.howToRead, 2),
    paragraph(`${ruleWords(results.ruleUsed, scale.length)} ${stabilityTally(results)}`.trim()),
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
