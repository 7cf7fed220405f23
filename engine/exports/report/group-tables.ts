import { formatCount, formatOne, formatShare } from '../../../shared/messages/figures.ts'
import { REPORT } from '../../../shared/messages/report.ts'
import { CRITERION_NAMES } from '../../../shared/messages/results.ts'
import { groupBy } from '../../group-by.ts'
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
export function groupTables(title: string, rows: readonly ResultRow[]): readonly PrintedTable[] {
  const groups = [...new Set(rows.map(({ group }) => group ?? ''))]
  const questions = [...groupBy(rows, ({ id, criterion }) => `${id} ${criterion}`).values()]
  // Tables of one size look better than a last one of a single group.
  const size = Math.ceil(groups.length / Math.ceil(groups.length / GROUPS_A_TABLE))
  const starts = groups.flatMap((_, at) => (at % size === 0 ? [at] : []))
  return starts.map(start => {
    const side = groups.slice(start, start + size)
    return {
      title: REPORT.byGroup(title),
      columns: [
        { heading: REPORT.columns.indicator, part: 20 },
        { heading: REPORT.criterion, part: 14 },
        ...side.map(heading => ({ heading, part: 66 / side.length, isFigure: true })),
      ],
      rows: questions.map(ofQuestion => {
        const [first] = ofQuestion
        const cells = side.map(group => figuresOf(ofQuestion.find(one => one.group === group)))
        return first ? [first.code, CRITERION_NAMES[first.criterion], ...cells] : cells
      }),
    }
  })
}

/** The share of a group and, under it, n and median; or that they are left out. */
function figuresOf(row: ResultRow | undefined): string {
  if (!row?.summary) return REPORT.left
  const { n, median, favourable } = row.summary
  if (n === 0) return REPORT.nobody
  return `${formatShare(favourable)}\nn ${formatCount(n)}, ${formatOne(median)}`
}
