import { type ReactNode, useId, useMemo } from 'react'
import { Link } from 'wouter'
import type { Chart } from '../../shared/charts/chart.ts'
import { TYPEFACE } from '../../shared/charts/elements.ts'
import type { ChartChoice } from '../../shared/model/chart.ts'
import { useResultsView } from '../stores/workbook-context.tsx'
import { Button } from '../ui/button.tsx'
import { ChartIcon, TableIcon } from '../ui/icons.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './chart-figure.module.css'
import { ChartTable } from './chart-table.tsx'
import { Enlarged } from './enlarged.tsx'
import { PictureMenu } from './picture-menu.tsx'
import { SCREEN_THEME } from './screen-theme.ts'
import { type PictureStage, usePicture } from './use-picture.ts'
import { useWidth } from './use-width.ts'

interface ChartFigureProps {
  readonly chart: Chart
  /** The same chart as the engine is asked for it, to copy and save. */
  readonly choice: ChartChoice
  /** What the file is called, before the day. */
  readonly name: string
  readonly level?: 2 | 3
  /** Chooses what the chart shows, above it. */
  readonly choosers?: ReactNode
  /** Where the name of a row leads, by the key of the row. */
  readonly linkOf?: (key: string) => string
  /** The drawing with what can be done on it; when left out, the chart as it is drawn in files. */
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
    </p>
  )
}

interface PlainDrawingProps extends Pick<ChartFigureProps, 'chart' | 'linkOf'> {
  readonly width: number
}

/** A chart as it is drawn in files; the names of its rows lead to what they name. */
function PlainDrawing({ chart, width, linkOf }: PlainDrawingProps) {
  const ids = useId().replaceAll(/\W/g, '')
  const { height, content, names } = useMemo(
    () => chart.draw({ width, theme: SCREEN_THEME, ids: `c${ids}` }),
    [chart, width, ids],
  )
  const wordsOf = new Map(chart.table.rows.map(({ key, cells }) => [key, String(cells[0])]))
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
            aria-label={wordsOf.get(key)}
            title={wordsOf.get(key)}
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
      <span key={place} className={styles.code}>
        {word}
      </span>
    ) : (
      word
    ),
  )
}

/** A chart on a page: its finding, its n, how to read it, its table, and pictures to take away. */
export function ChartFigure(props: ChartFigureProps) {
  const { chart, choice, name, level: Heading = 2, choosers, linkOf, children } = props
  const asTables = useResultsView(state => state.asTables)
  const switchTables = useResultsView(state => state.switchTables)
  const { stage, copy, save } = usePicture(choice, name)
  const [place, width] = useWidth<HTMLDivElement>()
  const title = useId()
  const Title = `h${Heading}` as const
  return (
    <figure className={styles.figure} aria-labelledby={title}>
      <figcaption className={styles.head}>
        <div className={styles.words}>
          <Title id={title} className={styles.title}>
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
          <PictureMenu
            onCopy={(format, theme) => void copy(format, theme)}
            onSave={(format, theme) => void save(format, theme)}
          />
        </div>
      </figcaption>
      <Outcome stage={stage} />
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
