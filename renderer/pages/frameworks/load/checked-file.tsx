import type { ReactNode } from 'react'
import type { ChosenFile } from '../../../../shared/host.ts'
import { refusalMessage } from '../../../../shared/messages/check.ts'
import { formatCount } from '../../../../shared/messages/figures.ts'
import { sectionPath } from '../../../../shared/messages/framework.ts'
import type { CheckChoices, CheckReport } from '../../../../shared/model/check.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { type Column, Table } from '../../../ui/table/table.tsx'
import { FoundGlossary } from '../glossary/found-glossary.tsx'
import { FoundPictures } from '../pictures/found-pictures.tsx'
import styles from './checked-file.module.css'
import { chooseSheet } from './choices.ts'
import { ColumnsSection } from './columns-section.tsx'
import { DecidedList } from './decided-list.tsx'
import { FileSource } from './file-source.tsx'
import { FoundTranslations } from './found-translations.tsx'
import { IssueList } from './issue-list.tsx'
import { SkippedRows } from './skipped-rows.tsx'
import type { Check, OpenFile } from './use-check.ts'
import { useSheetView } from './use-sheet.ts'
import { Figures, isLoadable, Verdict } from './verdict.tsx'

/** A file that can be loaded, for the step after it is settled. */
export interface ReadyFile {
  readonly file: ChosenFile
  readonly choices: CheckChoices
  /** True when the present decisions are those that were checked; nothing can be loaded before. */
  readonly isChecked: boolean
  /** Remembers how the columns were chosen, once the file is loaded. */
  readonly remember: () => void
}

interface OpenFileProps {
  readonly open: OpenFile
  readonly check: Check
}

interface CheckedFileProps extends OpenFileProps {
  /** Renders the step that follows when the file can be loaded. */
  readonly next: (ready: ReadyFile) => ReactNode
}

function Understood({ open, check, report }: OpenFileProps & { readonly report: CheckReport }) {
  const view = useSheetView(report.headerRow)
  const { choices } = open
  return (
    <>
      <Verdict report={report} />
      <Figures report={report} />
      <IssueList
        report={report}
        choices={choices}
        onChange={check.change}
        onShow={view.show}
        onSheet={sheet => check.change(chooseSheet(sheet))}
      />
      <ColumnsSection open={open} report={report} check={check} view={view} />
      {report.translations && (
        <FoundTranslations
          translations={report.translations}
          indicators={report.indicators.length}
        />
      )}
      <FoundPictures {...report} />
      {report.glossary && (
        <FoundGlossary glossary={report.glossary} choices={choices} onChange={check.change} />
      )}
      <div className={styles.more}>
        <DecidedList choices={choices} onChange={check.change} />
        <Disclosure
          level={2}
          summary="The indicators as they will be loaded"
          note={formatCount(report.indicators.length)}
        >
          <IndicatorPreview indicators={report.indicators} />
        </Disclosure>
        <SkippedRows skipped={report.skipped} choices={choices} onChange={check.change} />
      </div>
    </>
  )
}

/** The reason why the last change could not be checked, and a way to try it once more. */
function NotChecked({ open, check }: OpenFileProps) {
  if (open.problem === null) return null
  const again = () => check.change(open.choices)
  return (
    <Notice
      tone="danger"
      heading="The last change was not checked"
      actions={<Button onPress={again}>Try again</Button>}
      announce
    >
      <p>{open.problem}</p>
    </Notice>
  )
}

/** The interpretation of the file, or the reason for which there is none. */
function Outcome({ open, check, next }: CheckedFileProps) {
  const { outcome, file, choices, isChecking, problem } = open
  if ('refused' in outcome) {
    return (
      <Notice tone="danger" heading="This file cannot be loaded" announce>
        <p>{refusalMessage(outcome.file, outcome.refused)}</p>
      </Notice>
    )
  }
  const remember = () => {
    if (choices.columns) check.memory.remember(outcome.tableColumns, choices.columns)
  }
  return (
    <>
      <Understood key={outcome.sheet} open={open} check={check} report={outcome} />
      {isLoadable(outcome) &&
        next({ file, choices, isChecked: !isChecking && problem === null, remember })}
    </>
  )
}

/** The interpretation of a framework file, every decision that can be made about it, and the next step. */
export function CheckedFile({ open, check, next }: CheckedFileProps) {
  return (
    <div className={styles.checked}>
      <FileSource open={open} check={check} />
      <p role="status" className={styles.checking}>
        {open.isChecking && 'Checking…'}
      </p>
      <NotChecked open={open} check={check} />
      <Outcome key={open.file.permit} open={open} check={check} next={next} />
    </div>
  )
}

type CheckedIndicator = CheckReport['indicators'][number]

interface IndicatorPreviewProps {
  readonly indicators: readonly CheckedIndicator[]
}

const PER_PAGE = 25

const COLUMNS: readonly Column<CheckedIndicator>[] = [
  {
    id: 'code',
    heading: 'Code',
    cell: indicator => indicator.code,
    width: '7rem',
  },
  {
    id: 'title',
    heading: 'Indicator',
    cell: indicator => indicator.title,
    isRowHeading: true,
  },
  {
    id: 'section',
    heading: 'Section',
    cell: indicator => sectionPath(indicator.section),
    width: '32%',
  },
]

/** The indicators as they will be loaded. */
function IndicatorPreview({ indicators }: IndicatorPreviewProps) {
  return (
    <div className={styles.preview}>
      <Paged what="indicators" items={indicators} perPage={PER_PAGE}>
        {shown => (
          <Table
            caption="Indicators in the file"
            columns={COLUMNS}
            rows={shown}
            rowKey={indicator => String(indicator.row)}
          />
        )}
      </Paged>
    </div>
  )
}
