import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AGREEMENT_FIGURES, AGREEMENT_NAMES } from '../../../shared/messages/agreement.ts'
import { formatTwo } from '../../../shared/messages/figures.ts'
import { choiceSentences, READ_ME, REPORT } from '../../../shared/messages/report.ts'
import { conflictWords, QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { facilitatedWords } from '../../../shared/messages/rounds.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type AgreementRow, agreementRows, reasonsOf } from '../sheets/agreement-columns.ts'
import { captions, type Html, html, raw } from './html.ts'
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
  const caption = captions()
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
<html lang="en-GB"><head><meta charset="utf-8">
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
  const { definitions: figures, labels } = READ_ME
  const note = (term: string, text: string) => html`<dt>${term}</dt><dd>${text}</dd>`
  const conflicts = conflictWords(results.conflicts)
  const facilitated = material.workshops.flatMap(({ id, title }) => {
    const by = facilitatedWords(material.facilitatedIn(id))
    return by === '' ? [] : [`${title}: ${by}.`]
  })
  const groups = Object.entries(results.groups).map(
    ([group, count]) => `${group}: ${READ_ME.people(count, material.release)}`,
  )
  return html`<section class="section"><h2 id="figures">${REPORT.methods}</h2>
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
    ),
    ...(conflicts === '' ? [] : [note(labels.conflicts, conflicts)]),
    ...(results.ruleUsed.source === '' ? [] : [note(labels.ruleSource, results.ruleUsed.source)]),
    note(labels.quantiles, QUANTILE_WORDS[results.quantile]),
    ...Object.entries(figures).map(([name, text]) => note(name.replaceAll('_', ' '), text)),
    ...agreementRows(material).map(row => note(REPORT.agreement(row.criterion), agreementOf(row))),
    note(labels.hash, framework.hash),
    note(labels.newest, newest),
    note(labels.program, READ_ME.program(appVersion)),
  ]}</dl></section>`
}

function agreementOf(row: AgreementRow): string {
  const { agreement, isWithoutW } = row
  if (!agreement) return REPORT.left
  const figures = AGREEMENT_FIGURES.filter(name => agreement[name] !== null).map(
    name => `${AGREEMENT_NAMES[name]}: ${formatTwo(agreement[name])}.`,
  )
  const rests = isWithoutW ? REPORT.alphaRestsOn(agreement) : REPORT.agreementRestsOn(agreement)
  return [...figures, ...reasonsOf(row), rests].join(' ')
}
