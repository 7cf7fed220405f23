import type { CheckReport } from '../../../shared/model/check.ts'
import { counted, formatCount } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './checked-file.module.css'
import { ColumnMap } from './column-map.tsx'
import { IndicatorPreview } from './indicator-preview.tsx'
import { IssueTable } from './issue-table.tsx'

interface CheckedFileProps {
  readonly report: CheckReport
  readonly onChooseOther: () => void
}

function Verdict({ report }: { readonly report: CheckReport }) {
  const { candidates, clean, issues } = report
  const faulty = candidates - clean
  if (faulty > 0 || candidates === 0) {
    return (
      <Notice tone="danger" heading="This framework cannot be loaded yet" announce>
        <p>
          {counted(faulty, 'indicator needs', 'indicators need')} attention. Put right what is
          listed below in the spreadsheet, save it, and choose it again. Nothing was stored.
        </p>
      </Notice>
    )
  }
  if (issues.length > 0) {
    return (
      <Notice tone="caution" heading="This framework can be loaded" announce>
        <p>
          {counted(issues.length, 'thing is', 'things are')} worth a look, listed below. You can
          load the framework as it is.
        </p>
      </Notice>
    )
  }
  return (
    <Notice tone="positive" heading="This framework can be loaded" announce>
      <p>Every row was understood, and nothing is wrong with any of them.</p>
    </Notice>
  )
}

interface FigureProps {
  readonly value: number
  readonly words: string
}

function Figure({ value, words }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.words}>{words}</dt>
      <dd className={styles.value}>{formatCount(value)}</dd>
    </div>
  )
}

function Source({ report, onChooseOther }: CheckedFileProps) {
  return (
    <div className={styles.source}>
      <div>
        <h2 className={styles.file}>{report.file}</h2>
        <p className={styles.place}>
          {report.sheet && `Sheet “${report.sheet}”, `}headings in row {report.headerRow}
        </p>
      </div>
      <Button onPress={onChooseOther}>Choose another file</Button>
    </div>
  )
}

/** What was understood of a framework file: how much, from which columns, and every problem. */
export function CheckedFile({ report, onChooseOther }: CheckedFileProps) {
  const { candidates, clean, skipped, issues, indicators } = report
  return (
    <div className={styles.checked}>
      <Source report={report} onChooseOther={onChooseOther} />
      <Verdict report={report} />
      <dl className={styles.figures}>
        <Figure value={clean} words="Ready to load" />
        <Figure value={candidates - clean} words="Need attention" />
        <Figure value={skipped.length} words="Rows skipped" />
      </dl>
      {issues.length > 0 && <IssueTable issues={issues} />}
      <div className={styles.more}>
        <Disclosure level={2} summary="Which column holds what">
          <ColumnMap columns={report.columns} />
        </Disclosure>
        <Disclosure level={2} summary="The indicators" note={formatCount(indicators.length)}>
          <IndicatorPreview indicators={indicators} />
        </Disclosure>
        {skipped.length > 0 && (
          <Disclosure level={2} summary="Skipped rows" note={formatCount(skipped.length)}>
            <ul className={styles.skipped}>
              {skipped.map(({ row, reason }) => (
                <li key={row}>
                  <strong>Row {row}</strong> {reason}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </div>
  )
}
