import { useState } from 'react'
import type { CheckIssue } from '../../../shared/model/check.ts'
import { counted } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './issue-table.module.css'

interface IssueTableProps {
  readonly issues: readonly CheckIssue[]
}

/** How many problems are shown at first; a long list would hide what comes after it. */
const FIRST = 12

interface NumberedIssue extends CheckIssue {
  readonly position: number
}

const COLUMNS: readonly Column<NumberedIssue>[] = [
  {
    id: 'cell',
    heading: 'Cell',
    cell: issue => <strong>{issue.cell}</strong>,
    sortBy: issue => issue.position,
    isRowHeading: true,
    width: '7rem',
  },
  {
    id: 'severity',
    heading: 'How serious',
    cell: issue =>
      issue.severity === 'error' ? (
        <Tag tone="danger">Must be put right</Tag>
      ) : (
        <Tag tone="caution">Worth a look</Tag>
      ),
    sortBy: issue => issue.severity,
    width: '12rem',
  },
  { id: 'message', heading: 'What it is', cell: issue => issue.message },
]

/** Every problem of the file, each with its cell. */
export function IssueTable({ issues }: IssueTableProps) {
  const [isWhole, setIsWhole] = useState(false)
  const numbered = issues.map((issue, position) => ({ ...issue, position }))
  const shown = isWhole ? numbered : numbered.slice(0, FIRST)
  return (
    <section className={styles.issues}>
      <h2>{counted(issues.length, 'thing to look at', 'things to look at')}</h2>
      <Table
        caption="Problems in the file"
        columns={COLUMNS}
        rows={shown}
        rowKey={issue => String(issue.position)}
      />
      {shown.length < issues.length && (
        <div>
          <Button onPress={() => setIsWhole(true)}>Show all {issues.length}</Button>
        </div>
      )}
    </section>
  )
}
