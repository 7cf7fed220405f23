import { Link } from 'wouter'
import { counted, formatCount } from '../../../shared/messages/figures.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { routes } from '../../app/routes.ts'
import { Tag } from '../../ui/feedback/tag.tsx'
import { formatDay } from '../../ui/format.ts'
import { Stack } from '../../ui/layout/stack.tsx'
import { type Column, Table } from '../../ui/table/table.tsx'
import styles from './library-page.module.css'

const frameworkOf = (workbook: WorkbookInfo) => workbook.frameworks.at(-1)

function Title({ workbook }: { readonly workbook: WorkbookInfo }) {
  const framework = frameworkOf(workbook)
  return (
    <Stack as="span" align="start">
      <Link href={routes.framework(workbook.id)} className={styles.title}>
        {workbook.title}
      </Link>
      <span className={styles.about}>
        {framework && (
          <span>
            {framework.origin === 'example' ? 'The example framework' : framework.title},{' '}
            {counted(framework.indicators, 'indicator', 'indicators')}
          </span>
        )}
        {workbook.madeUp && <Tag tone="caution">Made-up ratings</Tag>}
      </span>
    </Stack>
  )
}

const COLUMNS: readonly Column<WorkbookInfo>[] = [
  {
    id: 'title',
    heading: 'Workbook',
    cell: workbook => <Title workbook={workbook} />,
    sortBy: workbook => workbook.title,
    isRowHeading: true,
    width: '45%',
  },
  {
    id: 'workshops',
    heading: 'Workshops',
    cell: workbook => formatCount(workbook.workshops),
    sortBy: workbook => workbook.workshops,
    align: 'end',
  },
  {
    id: 'participants',
    heading: 'Participants',
    cell: workbook => formatCount(workbook.participants),
    sortBy: workbook => workbook.participants,
    align: 'end',
  },
  {
    id: 'ratings',
    heading: 'Ratings',
    cell: workbook => formatCount(workbook.ratings),
    sortBy: workbook => workbook.ratings,
    align: 'end',
  },
  {
    id: 'made',
    heading: 'Made on',
    cell: workbook => formatDay(workbook.createdAt),
    sortBy: workbook => workbook.createdAt,
    align: 'end',
  },
]

interface WorkbookListProps {
  readonly workbooks: readonly WorkbookInfo[]
}

/** The workbooks on this laptop, each with what is in it. */
export function WorkbookList({ workbooks }: WorkbookListProps) {
  return (
    <Table
      caption="Workbooks on this laptop"
      columns={COLUMNS}
      rows={workbooks}
      rowKey={workbook => workbook.id}
    />
  )
}
