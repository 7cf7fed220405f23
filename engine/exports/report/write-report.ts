import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AGREEMENT_FIGURES } from '../../../shared/messages/agreement.ts'
import { formatTwo } from '../../../shared/messages/figures.ts'
import { choiceSentences, READ_ME } from '../../../shared/messages/report.ts'
import { conflictWords, QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { facilitatedWords } from '../../../shared/messages/rounds.ts'
import { documentWords } from '../material/in-language.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type AgreementRow, agreementRows, reasonsOf } from '../sheets/agreement-columns.ts'
import { captions, type Html, html, inEnglish, isEnglish, NOTHING, raw } from './html.ts'
import { firstPage, secondPage } from './overview.ts'
import { contents, rounds, wordsAndMethods } from './parts.ts'
import { sections } from './sections.ts'
import { REPORT_STYLES, typefaceRules } from './styles.ts'

/** A page on its own may ask for nothing: what it shows is in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** Writes the report and ends the stream: two pages for a director, then each section in detail. */
export async function writeReport(out: Writable, material: ExportMaterial): Promise<void> {
  await pipeline(Readable.from(reportParts(material), { objectMode: false }), out)
}

/** The report as one page of HTML that asks for nothing and runs nothing. */
export const reportPage = (material: ExportMaterial): string => [...reportParts(material)].join('')

/** The parts of the page, each made when the one before is written: there may be thousands of indicators. */
function* reportParts(material: ExportMaterial): Generator<string> {
  const caption = captions(material)
  yield head(material).markup
  yield html`${firstPage(material, contents(material), caption)}\n`.markup
  yield html`${secondPage(material)}\n`.markup
  yield html`${rounds(material, caption)}\n`.markup
  for (const section of sections(material, caption)) yield section.markup
  yield html`\n${wordsAndMethods(material, caption)}
${definitions(material)}
</main></body></html>
`.markup
}

function head(material: ExportMaterial): Html {
  return html`${raw('<!doctype html>')}
<html lang="${material.language.tag}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${READ_ME.program(material.appVersion)}">
<title>${material.title}</title>
<style>${raw(typefaceRules())}${raw(REPORT_STYLES)}</style></head>
<body><main>
`
}

function definitions(material: ExportMaterial): Html {
  const { results, scope, framework, appVersion, newest } = material
  const { labels, people } = material.language.files.readMe
  const { report } = documentWords(material)
  const english = isEnglish(material)
  const note = (term: string, text: string | Html, mark: Html = NOTHING) =>
    html`<dt>${term}</dt><dd${mark}>${text}</dd>`
  const conflicts = conflictWords(results.conflicts)
  const facilitated = material.workshops.flatMap(({ id, title }) => {
    const by = facilitatedWords(material.facilitatedIn(id), report.round)
    return by === '' ? [] : [`${title}: ${by}.`]
  })
  const groups = Object.entries(results.groups).map(
    ([group, count]) => `${group}: ${people(count, material.release)}`,
  )
  return html`<section class="section"><h2 id="figures">${report.methods}</h2>
<dl>${[
    ...(groups.length === 0 ? [] : [note(labels.participants, groups.join('; '))]),
    ...(facilitated.length === 0 ? [] : [note(labels.facilitated, facilitated.join(' '))]),
    note(
      labels.choices,
      [
        ...choiceSentences(scope),
        ...material.askedSaid,
        ...material.handsSaid,
        ...material.audited,
      ].join(' '),
      english,
    ),
    ...(conflicts === '' ? [] : [note(labels.conflicts, conflicts, english)]),
    ...(results.ruleUsed.source === ''
      ? []
      : [note(labels.ruleSource, results.ruleUsed.source, english)]),
    note(labels.quantiles, QUANTILE_WORDS[results.quantile], english),
    ...Object.entries(READ_ME.definitions).map(
      ([name, text]) =>
        html`<dt${english}>${name.replaceAll('_', ' ')}</dt><dd${english}>${text}</dd>`,
    ),
    ...agreementRows(material).map(row =>
      note(report.agreement(row.criterion), agreementOf(material, row)),
    ),
    note(labels.hash, framework.hash),
    note(labels.newest, newest),
    note(labels.program, READ_ME.program(appVersion)),
  ]}</dl></section>`
}

function agreementOf(material: ExportMaterial, row: AgreementRow): Html {
  const { report, agreement: names } = documentWords(material)
  const { agreement, isWithoutW } = row
  if (!agreement) return html`${report.left}`
  const figures = AGREEMENT_FIGURES.filter(name => agreement[name] !== null).map(
    name => `${names[name]}: ${formatTwo(agreement[name])}.`,
  )
  const rests = isWithoutW ? report.alphaRestsOn(agreement) : report.agreementRestsOn(agreement)
  const reasons = reasonsOf(row).map(reason => html`${inEnglish(material, reason)} `)
  return html`${figures.map(figure => html`${figure} `)}${reasons}${rests}`
}
