import type { Writable } from 'node:stream'
import { choiceSentences } from '../../../shared/messages/report.ts'
import { writeZip, type ZipPart } from '../../files/write/zip.ts'
import type { ExportMaterial } from '../material/material.ts'
import { dataTables } from '../tables/tables.ts'
import { citation } from './citation.ts'
import { descriptor } from './descriptor.ts'
import { codebookCsv, codebookMarkdown, methods, packageReadme } from './documents.ts'
import { type MeasuredTable, measuredCsv, pathOf } from './measured-csv.ts'
import { packagedPictures, pictureParts } from './picture-parts.ts'
import { rScript } from './r.ts'
import { recomputeScript } from './recompute-r.ts'
import { savOf, savPathOf } from './sav.ts'
import { spssScript } from './spss.ts'
import { stataScript } from './stata.ts'

/**
 * Writes a data package and ends the stream. The tables come first, row by row; what describes them
 * is written when it is known how long their texts are.
 */
export async function writeDataPackage(out: Writable, material: ExportMaterial): Promise<void> {
  const tables: MeasuredTable[] = []
  const data = dataTables(material).map(
    (table): ZipPart => ({
      name: pathOf(table),
      open: () => measuredCsv(table, measured => tables.push(measured)),
    }),
  )
  const text = (name: string, write: () => string): ZipPart => ({ name, open: () => [write()] })
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  const parts = function* parts(): Generator<ZipPart> {
    yield* data
    for (const table of tables) {
      yield { name: savPathOf(table.table), open: () => savOf(material, table) }
    }
    yield* documents
    yield* pictureParts(packagedPictures(material))
  }
  const documents = [
    text('datapackage.json', () => json(descriptor(material, tables))),
    text('CITATION.cff', () => citation(material)),
    text('rule.json', () => json(material.results.ruleUsed)),
    text('codebook.csv', () => codebookCsv(tables)),
    text('codebook.md', () => codebookMarkdown(material, tables)),
    text('methods.md', () => methods(material)),
    text('load.sps', () => spssScript(material, tables)),
    text('load.do', () => stataScript(material, tables)),
    text('load.R', () => rScript(material, tables)),
    // It reads every row and who was asked, which research alone has.
    ...(material.release === 'research'
      ? [text('recompute.R', () => recomputeScript(material))]
      : []),
    text('README.md', () =>
      packageReadme(material, tables, [
        ...choiceSentences(material.scope),
        ...material.askedSaid,
        ...material.handsSaid,
        ...material.audited,
      ]),
    ),
  ]
  await writeZip(out, material.newest, parts())
}
