import { formatCount, formatOne, formatShare } from '../../../shared/messages/figures.ts'
import { evenParts } from '../../even-parts.ts'
import { groupBy } from '../../group-by.ts'
import { documentWords } from '../material/in-language.ts'
import { type ExportMaterial, hasGroups } from '../material/material.ts'
import { groupResultRows, type ResultRow } from '../sheets/result-columns.ts'
import type { PrintedTable } from './printed-tables.ts'

/** As many groups as fit beside each other on an upright page. */
const GROUPS_A_TABLE = 6

/** The figures by each group that has people, by section; none where an export tells nothing by group. */
export function groupRowsBySection(
  material: ExportMaterial,
): ReadonlyMap<string, readonly ResultRow[]> {
  const { groups } = material.results
  const rows = hasGroups(material) ? groupResultRows(material, material.wordsOf) : []
  return groupBy(
    rows.filter(({ group }) => group !== null && (groups[group] ?? 0) > 0),
    ({ section }) => section,
  )
}

/** The figures of a section with its groups side by side, as many tables as they need. */
export function groupTables(
  material: ExportMaterial,
  title: string,
  rows: readonly ResultRow[],
): readonly PrintedTable[] {
  const { report, charts } = documentWords(material)
  const groups = [...new Set(rows.map(({ group }) => group ?? ''))]
  const questions = [...groupBy(rows, ({ id, criterion }) => `${id} ${criterion}`).values()]
  // Tables of one size look better than a last one of a single group.
  return evenParts(groups, GROUPS_A_TABLE).map(side => ({
    title: report.byGroup(title),
    columns: [
      { heading: report.columns.indicator, part: 20 },
      { heading: report.criterion, part: 14 },
      ...side.map(heading => ({ heading, part: 66 / side.length, isFigure: true })),
    ],
    rows: questions.map(ofQuestion => {
      const [first] = ofQuestion
      const cells = side.map(group =>
        figuresOf(
          ofQuestion.find(one => one.group === group),
          report,
        ),
      )
      return first ? [first.code, charts.criteria[first.criterion], ...cells] : cells
    }),
  }))
}

/** The share of a group and, under it, n and median; or that they are left out. */
function figuresOf(
  row: ResultRow | undefined,
  report: ReturnType<typeof documentWords>['report'],
): string {
  if (!row?.summary) return report.left
  const { n, median, favourable } = row.summary
  if (n === 0) return report.nobody
  return `${formatShare(favourable)}\nn ${formatCount(n)}, ${formatOne(median)}`
}
