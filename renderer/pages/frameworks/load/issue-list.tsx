import { ISSUE_KINDS, issueMessage } from '../../../../shared/messages/check.ts'
import { counted, formatCount } from '../../../../shared/messages/figures.ts'
import type { CheckChoices, CheckReport } from '../../../../shared/model/check.ts'
import { Tag } from '../../../ui/feedback/tag.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import styles from './issue-list.module.css'
import { groupIssues, type IssueGroup, type IssueLine } from './issues.ts'
import { isOfItsOwn, isOneClick, OneClick } from './one-click.tsx'

interface IssueListProps {
  /** The reading of the sheet in the preview. */
  readonly report: Pick<CheckReport, 'issues' | 'sheet' | 'tableColumns'>
  readonly choices: CheckChoices
  readonly onChange: (choices: CheckChoices) => void
  /** Shows a cell in the preview, where it can be settled. */
  readonly onShow: (cell: string) => void
  readonly onSheet: (sheet: string) => void
}

const PER_PAGE = 8

/** Cells with the same problem that are named; all of them are marked in the preview. */
const CELLS_NAMED = 12

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const alsoIn = (cells: readonly string[]): string =>
  LIST.format([
    ...cells.slice(0, CELLS_NAMED),
    ...(cells.length > CELLS_NAMED ? [`${formatCount(cells.length - CELLS_NAMED)} more`] : []),
  ])

function Line({
  line: { first, more },
  report,
  choices,
  onChange,
  onShow,
  onSheet,
  isFirst,
}: IssueListProps & { readonly line: IssueLine; readonly isFirst: boolean }) {
  const isHere = first.sheet === report.sheet
  return (
    <li className={styles.issue}>
      {isHere ? (
        <Button onPress={() => onShow(first.cell)} aria-label={`Show cell ${first.cell}`}>
          {first.cell}
        </Button>
      ) : (
        <Button onPress={() => onSheet(first.sheet)}>Read that sheet</Button>
      )}
      <div className={styles.message}>
        <p>{issueMessage(first)}</p>
        {more.length > 0 && <p className={styles.more}>Also in {alsoIn(more)}.</p>}
        {isHere && isOneClick(first) && (isFirst || isOfItsOwn(first)) && (
          <OneClick
            issue={first}
            tableColumns={report.tableColumns}
            choices={choices}
            onChange={onChange}
          />
        )}
      </div>
    </li>
  )
}

function Group({
  group: { code, severity, lines, count },
  isFirst,
  ...rest
}: IssueListProps & { readonly group: IssueGroup; readonly isFirst: boolean }) {
  return (
    <Disclosure
      defaultExpanded={isFirst}
      summary={
        <Row as="span" gap={[1, 3]} align="center" wrap inline>
          {ISSUE_KINDS[code]}
          {severity === 'error' ? (
            <Tag tone="danger">Must be put right</Tag>
          ) : (
            <Tag tone="caution">Worth a look</Tag>
          )}
        </Row>
      }
      note={formatCount(count)}
    >
      <div className={styles.panel}>
        <Paged what="problems" items={lines} perPage={PER_PAGE}>
          {shown => (
            <ul>
              {shown.map((line, index) => (
                <Line
                  key={`${line.first.sheet} ${line.first.cell} ${issueMessage(line.first)}`}
                  line={line}
                  isFirst={index === 0}
                  {...rest}
                />
              ))}
            </ul>
          )}
        </Paged>
      </div>
    </Disclosure>
  )
}

/** Every problem of the file, by kind; each leads to its cell in the preview. */
export function IssueList(props: IssueListProps) {
  const groups = groupIssues(props.report.issues)
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  return (
    <Stack as="section" gap={3} aria-label="Problems in the file">
      <h2>{counted(total, 'thing to look at', 'things to look at')}</h2>
      <div className={styles.groups}>
        {groups.map((group, index) => (
          <Group
            key={`${group.severity} ${group.code}`}
            group={group}
            isFirst={index === 0}
            {...props}
          />
        ))}
      </div>
    </Stack>
  )
}
