import { useState } from 'react'
import { PRIORITY_WORDS } from '../../../shared/messages/rules.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/few-answers.ts'
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
import { AnswersLegend } from './answers-legend.tsx'
import { MadeUpNotice } from './made-up-notice.tsx'
import { countPriorities } from './priorities.ts'
import { type PriorityChoice, PriorityFilter } from './priority-filter.tsx'
import { resultColumns } from './result-columns.tsx'
import { RuleLine } from './rule-line.tsx'
import { ALL, ScopeBar } from './scope-bar.tsx'

interface AllResultsProps {
  readonly info: WorkbookInfo
  readonly results: Results
}

const sectionOf = (indicator: IndicatorResult) => indicator.section.join(' › ')

function Heading() {
  const id = useWorkbookId()
  return (
    <PageHeading
      title="Results"
      actions={
        <LinkButton href={routes.export(id)} icon={<DownloadIcon />}>
          Export
        </LinkButton>
      }
    />
  )
}

interface CountProps {
  readonly shown: number
  readonly participants: number
}

/** How many indicators are listed, and how many people the figures rest on. */
function Count({ shown, participants }: CountProps) {
  const isRefreshing = useResults(state => state.isRefreshing)
  return (
    <p className={styles.count} role="status">
      {isRefreshing && <SpinnerRing />}
      {counted(shown, 'indicator', 'indicators')},{' '}
      {counted(participants, 'participant', 'participants')}
    </p>
  )
}

/** Every indicator with what to do with it, and how useful and how usable people found it. */
export function AllResults({ info, results }: AllResultsProps) {
  const id = useWorkbookId()
  const [section, setSection] = useState(ALL)
  const [chosen, setChosen] = useState<PriorityChoice>('all')
  const scale = scaleOf(info.scale)
  const sections = [...new Set(results.indicators.map(sectionOf))]
  const inSection = results.indicators.filter(
    each => section === ALL || sectionOf(each) === section,
  )
  const shown = inSection.filter(({ priority }) => chosen === 'all' || priority === chosen)
  const isPriority = chosen !== 'all' && chosen !== null
  return (
    <>
      <Heading />
      {info.madeUp && <MadeUpNotice />}
      <div className={styles.choices}>
        <ScopeBar scale={info.scale} sections={sections} section={section} onSection={setSection} />
        <RuleLine results={results} scale={info.scale} />
      </div>
      <div className={styles.choices}>
        <div className={styles.above}>
          <PriorityFilter
            counts={countPriorities(inSection)}
            chosen={chosen}
            onChoose={setChosen}
          />
          {isPriority && <p className={styles.meaning}>{PRIORITY_WORDS[chosen]}</p>}
        </div>
        <div className={styles.above}>
          <AnswersLegend scale={scale} />
          <Count shown={shown.length} participants={results.participants} />
        </div>
      </div>
      <Table
        caption="Results for each indicator"
        columns={resultColumns(id, scale)}
        rows={shown}
        rowKey={indicator => indicator.id}
      />
      {shown.length === 0 && <p>No indicator is listed under these choices.</p>}
      <p className={styles.note}>
        Each figure rests on those who chose a level (n); results of fewer than {ENOUGH_ANSWERS} are
        marked. Of the two dots of a priority the first is usefulness and the second usability; a
        full one is consensus for it.
      </p>
    </>
  )
}
