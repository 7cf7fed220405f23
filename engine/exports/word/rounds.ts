import { documentWords } from '../material/in-language.ts'
import { type ExportMaterial, hasGroups } from '../material/material.ts'
import { groupsTable, movedTables, roundsTable } from '../report/printed-tables.ts'
import { type Block, type Caption, captioned, heading, paragraph } from './parts.ts'

/** Each round beside the others, who moved between them, and the people of each group. */
export function roundsPart(material: ExportMaterial, caption: Caption): readonly Block[] {
  const { report, word } = documentWords(material)
  return [
    heading(word.rounds, 1),
    ...captioned(caption, roundsTable(material)),
    ...movedTables(material).flatMap(moved =>
      moved ? captioned(caption, moved) : [paragraph(report.left, 'Muted')],
    ),
    ...(hasGroups(material)
      ? [heading(word.groups, 2), ...captioned(caption, groupsTable(material))]
      : []),
  ]
}
