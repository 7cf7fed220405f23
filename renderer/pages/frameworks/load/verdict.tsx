import { counted, formatCount } from '../../../../shared/messages/figures.ts'
import type { CheckReport } from '../../../../shared/model/check.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import styles from './verdict.module.css'

interface VerdictProps {
  readonly report: CheckReport
}

/** Tests whether a framework can be made of the file as interpreted: it has indicators, and no error. */
export const isLoadable = ({ candidates, issues }: CheckReport): boolean =>
  candidates > 0 && issues.every(({ severity }) => severity !== 'error')

/** Says whether the framework can be loaded, and what to do if not. */
export function Verdict({ report }: VerdictProps) {
  const { candidates, clean, issues } = report
  if (candidates === 0) {
    return (
      <Notice tone="danger" heading="No indicators were found" announce>
        <p>
          Choose the sheet and the row of headings above, and say below which columns hold the code
          and the title of each indicator. Nothing was stored.
        </p>
      </Notice>
    )
  }
  if (!isLoadable(report)) {
    return (
      <Notice tone="danger" heading="This framework cannot be loaded yet" announce>
        <p>
          {candidates > clean
            ? `${counted(candidates - clean, 'indicator needs', 'indicators need')} attention. `
            : 'The columns need attention. '}
          Settle what is listed below here on this page, or put it right in the spreadsheet and
          choose it again. Nothing was stored, and the spreadsheet itself is never changed.
        </p>
      </Notice>
    )
  }
  return (
    <Notice
      tone={issues.length > 0 ? 'caution' : 'positive'}
      heading="This framework can be loaded"
      announce
    >
      <p>
        {issues.length > 0
          ? `${counted(issues.length, 'thing is', 'things are')} worth a look, listed below. You can load the framework as it is.`
          : 'Every row was understood, and nothing is wrong with any of them.'}
      </p>
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

/** The number of rows that would be loaded, that need attention, and that are no indicators. */
export function Figures({ report: { candidates, clean, skipped } }: VerdictProps) {
  return (
    <dl className={styles.figures}>
      <Figure value={clean} words="Ready to load" />
      <Figure value={candidates - clean} words="Need attention" />
      <Figure value={skipped.length} words="Rows skipped" />
    </dl>
  )
}
