import { type FormEvent, Fragment, useMemo, useState } from 'react'
import { formatCount } from '../../../../shared/messages/figures.ts'
import type { CheckColumn, CheckPreview, CheckReport } from '../../../../shared/model/check.ts'
import { ArrowLeftIcon, ArrowRightIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { Row } from '../../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../../ui/layout/visually-hidden.tsx'
import { chooseField, columnsOf } from './choices.ts'
import { DecidePanel } from './decide-panel.tsx'
import { byColumn, cellName, issuesByCell, nextError, placeOf, rowStates } from './issues.ts'
import { ColumnHead, PreviewRow, type ShownCell } from './preview-row.tsx'
import styles from './sheet-preview.module.css'
import type { Check, OpenFile } from './use-check.ts'
import { type SheetView, usePreview } from './use-sheet.ts'

interface SheetPreviewProps {
  readonly open: OpenFile
  readonly report: CheckReport
  readonly view: SheetView
  readonly onChange: Check['change']
}

const ROWS_IN_SIGHT = 12

type SheetRow = CheckPreview['rows'][number]

/** The columns of the table, and those beside it that rows in sight have texts in. */
function columnsInSight(known: readonly CheckColumn[], rows: readonly SheetRow[]): CheckColumn[] {
  const names = new Set(known.map(({ column }) => column))
  const beside = new Set(
    rows.flatMap(({ cells }) => cells.map(({ column }) => column)).filter(name => !names.has(name)),
  )
  const bare = { heading: '', field: null, hidden: false, samples: [], score: null, because: [] }
  return [...known, ...[...beside].map(column => ({ column, ...bare }))].toSorted((a, b) =>
    byColumn(a.column, b.column),
  )
}

/** The text to show for each cell: a correction made here replaces the text of the file. */
function useCells({ choices }: OpenFile, report: CheckReport) {
  return useMemo(() => {
    const typed = new Map((choices.texts ?? []).map(({ cell, text }) => [cell, text]))
    const issueAt = issuesByCell(report)
    return ({ row, cells }: SheetRow) => {
      const texts = new Map(cells.map(({ column, text }) => [column, text]))
      return (column: string): ShownCell => {
        const here = typed.get(cellName({ column, row }))
        const text = here ?? texts.get(column) ?? ''
        return { text, isTyped: here !== undefined, issue: issueAt({ column, row }) }
      }
    }
  }, [choices.texts, report])
}

function Panel({
  cell,
  shown,
  ...props
}: SheetPreviewProps & { readonly cell: string; readonly shown: ShownCell }) {
  const { open, report, view, onChange } = props
  const { column, row } = placeOf(cell)
  const known = report.tableColumns.find(each => each.column === column)
  const field = row > report.headerRow ? (known?.field ?? null) : null
  return (
    <DecidePanel
      {...shown}
      cell={cell}
      field={field}
      isJoined={field !== null && columnsOf(report, field).length > 1}
      choices={open.choices}
      isChecking={open.isChecking}
      next={nextError(report, { column, row })}
      visit={view.visit}
      onChange={onChange}
      onShow={view.show}
      onClose={view.close}
    />
  )
}

interface TableProps extends SheetPreviewProps {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly CheckColumn[]
}

function Head({ open, report, columns, onChange }: TableProps) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          Row
        </th>
        {columns.map(column => (
          <ColumnHead
            key={column.column}
            column={column}
            together={column.field ? columnsOf(report, column.field) : []}
            onChoose={field => onChange(chooseField(open.choices, report, column.column, field))}
          />
        ))}
      </tr>
    </thead>
  )
}

function Body({ rows, columns, ...props }: TableProps) {
  const { open, report, view } = props
  const cellsOf = useCells(open, report)
  const stateOf = useMemo(() => rowStates(report, open.choices), [report, open.choices])
  const place = view.cell === null ? null : placeOf(view.cell)
  return (
    <tbody>
      {rows.map(({ row, hidden, cells }) => {
        const cellAt = cellsOf({ row, hidden, cells })
        return (
          <Fragment key={row}>
            <PreviewRow
              row={row}
              isHidden={hidden}
              state={stateOf(row)}
              columns={columns}
              cellAt={cellAt}
              openCell={view.cell}
              onOpen={view.open}
            />
            {place?.row === row && (
              <tr>
                <td colSpan={columns.length + 1} className={styles.settling}>
                  <div className={styles.inSight}>
                    <Panel {...props} cell={cellName(place)} shown={cellAt(place.column)} />
                  </div>
                </td>
              </tr>
            )}
          </Fragment>
        )
      })}
    </tbody>
  )
}

/** The rows of the sheet as the spreadsheet shows them, with what each column is understood as. */
export function SheetPreview(props: SheetPreviewProps) {
  const { open, report, view } = props
  const { from } = view
  const { file } = open
  const preview = usePreview({ file, sheet: report.sheet, from, rows: ROWS_IN_SIGHT })
  const rows = preview?.rows ?? []
  const columns = columnsInSight(report.tableColumns, rows)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard */}
      <section className={styles.scroll} aria-label="Rows of the sheet" tabIndex={0}>
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>Rows of the sheet {report.sheet}</VisuallyHidden>
          </caption>
          <Head {...props} rows={rows} columns={columns} />
          <Body {...props} rows={rows} columns={columns} />
        </table>
      </section>
      <RowTurner
        first={rows[0]?.row ?? null}
        last={rows.at(-1)?.row ?? null}
        lastOfSheet={preview?.lastRow ?? 0}
        step={ROWS_IN_SIGHT}
        onTurn={view.turnTo}
      />
    </>
  )
}

interface RowTurnerProps {
  /** The first and last rows in sight; null while there are none. */
  readonly first: number | null
  readonly last: number | null
  readonly lastOfSheet: number
  readonly step: number
  readonly onTurn: (row: number) => void
}

/** Goes through the rows of the sheet, by so many or straight to one. */
function RowTurner({ first, last, lastOfSheet, step, onTurn }: RowTurnerProps) {
  const [wanted, setWanted] = useState('')
  const go = (event: FormEvent) => {
    event.preventDefault()
    const row = Number(wanted)
    if (Number.isInteger(row) && row >= 1) onTurn(Math.min(row, lastOfSheet))
  }
  return (
    <Row gap={3} align="end" justify="between" wrap>
      <Row gap={[2, 3]} align="center" wrap>
        <Button
          icon={<ArrowLeftIcon />}
          isDisabled={first === null || first <= 1}
          onPress={() => onTurn((first ?? 1) - step)}
        >
          Rows before
        </Button>
        <Button
          trailingIcon={<ArrowRightIcon />}
          isDisabled={last === null || last >= lastOfSheet}
          onPress={() => onTurn((last ?? 0) + 1)}
        >
          Rows after
        </Button>
        {first !== null && last !== null && (
          <p className={styles.where} role="status">
            Rows {formatCount(first)} to {formatCount(last)} of {formatCount(lastOfSheet)}
          </p>
        )}
      </Row>
      <form className={styles.jump} onSubmit={go} noValidate>
        <TextField label="Go to row" inputMode="numeric" value={wanted} onChange={setWanted} />
        <Button type="submit">Go</Button>
      </form>
    </Row>
  )
}
