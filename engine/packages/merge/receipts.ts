import { COUNT_NAMES, sourceWords, TOTAL_NAMES } from '../../../shared/messages/packages.ts'
import {
  type MergeReceipt,
  mergeReceipt,
  type PackageAccount,
  type RecordCounts,
} from '../../../shared/model/packages.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import { escapeHtml } from '../../files/write/escape-html.ts'
import { writeWholeFile } from '../../files/write/whole-files.ts'
import { getAllReceipts } from '../../store/packages/receipts.ts'
import type { ReadableStore } from '../../store/store.ts'

/** The receipt with this id, as it was shown. Throws UNKNOWN_RECEIPT. */
export function requireReceipt(store: ReadableStore, id: string): MergeReceipt {
  const receipt = allReceipts(store).find(one => one.id === id)
  if (!receipt) throw new WorkbookError('UNKNOWN_RECEIPT', { receipt: id })
  return receipt
}

/** Every receipt of a workbook, latest first. */
export function allReceipts(store: ReadableStore): readonly MergeReceipt[] {
  return getAllReceipts(store).map(({ content }) => mergeReceipt.parse(JSON.parse(content)))
}

/** Writes a receipt to a file that a person chose: as JSON for programs, as HTML to print. */
export async function writeReceipt(
  receipt: MergeReceipt,
  format: 'json' | 'html',
  to: PermittedFile,
): Promise<{ readonly name: string; readonly bytes: number }> {
  const content = format === 'json' ? `${JSON.stringify(receipt, null, 2)}\n` : receiptPage(receipt)
  const bytes = await writeWholeFile(to, async out => {
    out.end(content)
  })
  return { name: to.name, bytes }
}

/** A receipt as a page to read and print, complete in one file: it loads nothing from elsewhere. */
function receiptPage(receipt: MergeReceipt): string {
  const { id, mergedAt, device, app, packages, totals, before, after } = receipt
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Receipt of the merge of ${escapeHtml(mergedAt)}</title>
<style>
body { font: 1rem/1.5 sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
th, td { border-bottom: 1px solid #767676; padding: .3rem .6rem; text-align: left; overflow-wrap: anywhere }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal }
tfoot { font-weight: bold }
code { font-size: .85em }
</style>
</head>
<body>
<h1>Receipt of a merge</h1>
<p>Merged ${escapeHtml(mergedAt)} on device <code>${escapeHtml(device)}</code> with Framework Workbook
${escapeHtml(app)}. Receipt <code>${escapeHtml(id)}</code>.</p>
<h2>Records</h2>
<p>Of each package: read = new + known + conflicting + withdrawn + rejected.</p>
<table>
<thead><tr><th scope="col">Package</th>${COUNT_NAMES.map(name => `<th scope="col" class="number">${name}</th>`).join('')}</tr></thead>
<tbody>
${packages.map(one => countsRow(one.file, one)).join('\n')}
</tbody>
<tfoot>${countsRow('All', totals)}</tfoot>
</table>
<h2>The workbook</h2>
<table>
<thead><tr><th scope="col"></th><th scope="col" class="number">before</th><th scope="col" class="number">after</th></tr></thead>
<tbody>
${TOTAL_NAMES.map(([name, words]) => `<tr><th scope="row">${words}</th>${number(before[name])}${number(after[name])}</tr>`).join('\n')}
</tbody>
</table>
<h2>Packages</h2>
${packages.map(packageSection).join('\n')}
</body>
</html>
`
}

function countsRow(label: string, counts: RecordCounts): string {
  return `<tr><th scope="row">${escapeHtml(label)}</th>${COUNT_NAMES.map(name => number(counts[name])).join('')}</tr>`
}

function packageSection({ file, sha256, source, accepted, problems }: PackageAccount): string {
  const facts = [
    accepted ? 'Brought in.' : 'Not brought in.',
    source ? `${sourceWords(source)}.` : '',
    sha256 === null ? '' : `SHA-256 ${sha256}.`,
    ...problems.map(({ message }) => message),
  ]
  const items = facts.filter(fact => fact !== '').map(fact => `<li>${escapeHtml(fact)}</li>`)
  return `<h3>${escapeHtml(file)}</h3>\n<ul>${items.join('')}</ul>`
}

const number = (value: number): string => `<td class="number">${value}</td>`
