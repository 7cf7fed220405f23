import { type ReactNode, useId, useMemo } from 'react'
import { Link } from 'wouter'
import type { CellFormat, Chart, ChartTable as Content } from '../../shared/charts/chart.ts'
import { TYPEFACE } from '../../shared/charts/frame/elements.ts'
import {
  formatCount,
  formatOne,
  formatShare,
  NO_FIGURE,
  notDrawnWords,
} from '../../shared/messages/figures.ts'
import type { ChartChoice } from '../../shared/model/exports.ts'
import { useResultsView } from '../data/workbook-context.tsx'
import { Notice } from '../ui/feedback/notice.tsx'
import { ChartIcon, TableIcon } from '../ui/icons.tsx'
import { Button } from '../ui/input/button.tsx'
import { Row } from '../ui/layout/stack.tsx'
import { type Column, Table } from '../ui/table/table.tsx'
import styles from './chart-figure.module.css'
import { Enlarged, useWidth } from './enlarged.tsx'
import { PictureMenu, type PictureStage, usePicture } from './picture-menu.tsx'
import { SCREEN_THEME } from './screen-theme.ts'

interface ChartFigureProps {
  readonly chart: Chart
  /** The request for this chart to the engine, which copies and saves it; null where there is no picture of it. */
  readonly choice: ChartChoice | null
  /** The name of the chart's file, before the day. */
  readonly name: string
  readonly level?: 2 | 3
  /** Controls above the chart that choose its content. */
  readonly choosers?: ReactNode
  /** The address behind the name of a row, by the key of the row. */
  readonly linkOf?: (key: string) => string
  /** The interactive drawing; when left out, the chart as it is drawn in files. */
  readonly children?: (width: number) => ReactNode
}

function Outcome({ stage }: { readonly stage: PictureStage }) {
  if (stage.at === 'failed') {
    return (
      <Notice tone="danger" heading="There is no picture of this chart" announce>
        <p>{stage.message}</p>
      </Notice>
    )
  }
  return (
    <p role="status" className={styles.outcome}>
      {stage.at === 'copied' &&
        (stage.format === 'png' ? 'Copied as an image.' : 'Copied as a drawing.')}
      {stage.at === 'saved' && `${stage.file} is saved.`}
      {'notDrawn' in stage && stage.notDrawn.length > 0 && ` ${notDrawnWords(stage.notDrawn)}.`}
    </p>
  )
}

interface PlainDrawingProps extends Pick<ChartFigureProps, 'chart' | 'linkOf'> {
  readonly width: number
}

/** A chart as it is drawn in files; the names of its rows link to their pages. */
function PlainDrawing({ chart, width, linkOf }: PlainDrawingProps) {
  const ids = useId().replaceAll(/\W/g, '')
  const { height, content, names } = useMemo(
    () => chart.draw({ width, theme: SCREEN_THEME, ids: `c${ids}` }),
    [chart, width, ids],
  )
  const rowNames = new Map(chart.table.rows.map(({ key, cells }) => [key, String(cells[0])]))
  return (
    <div className={styles.plain}>
      <svg
        role="img"
        aria-label={`${chart.title}. All its figures are in its table.`}
        width={width}
        height={height}
        fontFamily={TYPEFACE}
        className={styles.drawing}
      >
        {content}
      </svg>
      {linkOf &&
        names?.map(({ key, ...place }) => (
          <Link
            key={key}
            href={linkOf(key)}
            className={styles.name}
            style={place}
            aria-label={rowNames.get(key)}
            title={rowNames.get(key)}
          />
        ))}
    </div>
  )
}

/** A short word with a hyphen is a code, which reads badly in two lines. */
const isCode = (word: string) => word.includes('-') && word.length < 16

function KeepCodesWhole({ words }: { readonly words: string }) {
  return [...words.matchAll(/\S+|\s+/g)].map(({ 0: word, index: place }) =>
    isCode(word) ? (
      <bdi key={place} className={styles.code}>
        {word}
      </bdi>
    ) : (
      word
    ),
  )
}

/**
 * A chart on a page: its finding, its n, notes on reading it, its table, and a menu of pictures to copy
 * or save.
 */
export function ChartFigure(props: ChartFigureProps) {
  const { chart, choice, name, level: Heading = 2, choosers, linkOf, children } = props
  const picture = usePicture(choice, name)
  const asTables = useResultsView(state => state.asTables)
  const switchTables = useResultsView(state => state.switchTables)
  const [place, width] = useWidth<HTMLDivElement>()
  const title = useId()
  const Title = `h${Heading}` as const
  return (
    <figure className={styles.figure} aria-labelledby={title}>
      <Row as="figcaption" gap={[2, 5]} align="start" justify="between" wrap>
        <div className={styles.words}>
          <Title id={title} dir="auto" className={styles.title}>
            <KeepCodesWhole words={chart.title} />
          </Title>
          <p className={styles.basis}>{chart.basis}</p>
        </div>
        <div className={styles.actions}>
          <Button
            variant="quiet"
            icon={asTables ? <ChartIcon /> : <TableIcon />}
            onPress={switchTables}
          >
            {asTables ? 'Show as a chart' : 'Show as a table'}
          </Button>
          {picture && (
            <PictureMenu
              onCopy={(format, theme) => void picture.copy(format, theme)}
              onSave={(format, theme) => void picture.save(format, theme)}
            />
          )}
        </div>
      </Row>
      {picture && <Outcome stage={picture.stage} />}
      {choosers}
      <div ref={place} className={styles.place}>
        {asTables && <ChartTable caption={chart.title} table={chart.table} />}
        {!asTables && width > 0 && (
          <Enlarged width={width}>
            {room =>
              children?.(room) ?? (
                <PlainDrawing chart={chart} width={room} {...(linkOf && { linkOf })} />
              )
            }
          </Enlarged>
        )}
      </div>
      <div className={styles.notes}>
        {chart.notes.map(note => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </figure>
  )
}

type TableRow = Content['rows'][number]
type Cell = TableRow['cells'][number]

const WORDS: Readonly<Record<CellFormat, (cell: Cell) => string>> = {
  text: cell => String(cell ?? NO_FIGURE),
  count: cell => (typeof cell === 'number' ? formatCount(cell) : NO_FIGURE),
  share: cell => formatShare(typeof cell === 'number' ? cell : null),
  one: cell => formatOne(typeof cell === 'number' ? cell : null),
}

const tableColumns = ({ columns }: Content): readonly Column<TableRow>[] =>
  columns.map(({ heading, format }, index) => {
    const cellOf = ({ cells }: TableRow) => cells[index] ?? null
    return {
      id: heading,
      heading,
      cell: row => WORDS[format](cellOf(row)),
      sortBy: cellOf,
      ...(index === 0 ? { isRowHeading: true } : {}),
      ...(format === 'text' ? {} : { align: 'end' as const }),
    }
  })

interface ChartTableProps {
  readonly caption: string
  readonly table: Content
}

/** Every figure of a chart, to read and sort. */
function ChartTable({ caption, table }: ChartTableProps) {
  return (
    <Table
      caption={caption}
      columns={tableColumns(table)}
      rows={table.rows}
      rowKey={({ key }) => key}
    />
  )
}
