import { useState } from 'react'
import type { IndicatorResult, Results } from '../../../shared/model/results.ts'
import { scaleOf } from '../../../shared/model/scale.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { counted } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useResults, useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SpinnerRing } from '../../ui/spinner.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './all-results.module.css'
import { MadeUpNotice } from './made-up-notice.tsx'
import { resultColumns } from './result-columns.tsx'
import { ScaleLegend } from './scale-legend.tsx'
import { ALL, ScopeBar } from './scope-bar.tsx'

interface AllResultsProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

const sectionOf = (indicator: IndicatorResult) => indicator.section.join(' › ')

function Heading({ results }: Pick<AllResultsProps, 'results'>) {
  const id = useWorkbookId()
  return (
    <PageHeading
      title="Results"
      actions={
        <LinkButton href={routes.export(id)} icon={<DownloadIcon />}>
          Export
        </LinkButton>
      }
    >
      <p>
        What {counted(results.participants, 'participant', 'participants')} answered. Each figure
        rests on the n who chose a level.
      </p>
    </PageHeading>
  )
}

/** Every indicator with how useful and how usable people found it. */
export function AllResults({ info, results }: AllResultsProps) {
  const id = useWorkbookId()
  const [section, setSection] = useState(ALL)
  const isRefreshing = useResults(state => state.isRefreshing)
  const scale = scaleOf(info.scale)
  const sections = [...new Set(results.indicators.map(sectionOf))]
  const shown = results.indicators.filter(each => section === ALL || sectionOf(each) === section)
  return (
    <>
      <Heading results={results} />
      {info.madeUp && <MadeUpNotice />}
      <ScopeBar sections={sections} section={section} onSection={setSection} />
      <div className={styles.above}>
        <ScaleLegend scale={scale} />
        <p className={styles.count} role="status">
          {isRefreshing && <SpinnerRing />}
          {counted(shown.length, 'indicator', 'indicators')},{' '}
          {counted(results.participants, 'participant', 'participants')}
        </p>
      </div>
      <Table
        caption="Results for each indicator"
        columns={resultColumns(id, scale)}
        rows={shown}
        rowKey={indicator => indicator.id}
      />
    </>
  )
}
