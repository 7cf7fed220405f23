import { useMemo } from 'react'
import { QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { PRIORITY_WORDS } from '../../../shared/messages/rules.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/few-answers.ts'
import type { IndicatorResult, Priority, Results } from '../../../shared/model/results.ts'
import { CRITERION_QUESTIONS, type ScaleLength, scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { counted } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { CriterionFigures } from './criterion-figures.tsx'
import { MadeUpNotice } from './made-up-notice.tsx'
import { nameInAddress } from './name-in-address.ts'
import styles from './one-indicator.module.css'
import { PriorityWord } from './priority-mark.tsx'
import { RuleLine } from './rule-line.tsx'
import { ScopeWords } from './scope-words.tsx'
import { SeenWords } from './seen-words.tsx'
import { SideBySide } from './side-by-side.tsx'

interface OneIndicatorProps {
  readonly info: WorkbookInfo
  readonly results: Results
  readonly indicator: IndicatorResult
}

function usePlainWording(id: string): string {
  const framework = useWorkbook(state => state.framework)
  if (framework.state !== 'ready') return ''
  return framework.value.indicators.find(each => each.id === id)?.easyRead ?? ''
}

function Neighbours({ results, indicator }: Omit<OneIndicatorProps, 'info'>) {
  const workbook = useWorkbookId()
  const place = results.indicators.findIndex(({ id }) => id === indicator.id)
  const before = place > 0 ? results.indicators[place - 1] : undefined
  const after = results.indicators[place + 1]
  return (
    <nav aria-label="Results of other indicators" className={styles.neighbours}>
      <LinkButton href={routes.results(workbook)} variant="quiet" icon={<ArrowLeftIcon />}>
        All results
      </LinkButton>
      <span className={styles.pair}>
        {before && (
          <LinkButton
            href={routes.indicatorResults(workbook, nameInAddress(before))}
            icon={<ArrowLeftIcon />}
          >
            {before.code}
          </LinkButton>
        )}
        {after && (
          <LinkButton
            href={routes.indicatorResults(workbook, nameInAddress(after))}
            trailingIcon={<ArrowRightIcon />}
          >
            {after.code}
          </LinkButton>
        )}
      </span>
    </nav>
  )
}

interface DecisionProps {
  readonly priority: Priority | null
  readonly results: Results
  readonly scale: ScaleLength
}

/** What to do with the indicator, and the rule that says so. */
function Decision({ priority, results, scale }: DecisionProps) {
  return (
    <div className={styles.decision}>
      {priority && (
        <p className={styles.priority}>
          <strong>
            <PriorityWord priority={priority} />
          </strong>{' '}
          {PRIORITY_WORDS[priority]}
        </p>
      )}
      <RuleLine results={results} scale={scale} />
    </div>
  )
}

/** One indicator's results in full: for everyone and for each group, with every count. */
export function OneIndicator({ info, results, indicator }: OneIndicatorProps) {
  const material = useMemo(() => ({ results, scale: scaleOf(info.scale) }), [results, info.scale])
  const plain = usePlainWording(indicator.id)
  return (
    <div className={styles.indicator}>
      <Neighbours results={results} indicator={indicator} />
      <PageHeading
        key={indicator.code}
        kicker={`${indicator.code}, ${indicator.section.join(' › ')}`}
        title={indicator.title}
      >
        {plain && <p>In plain words: {plain}</p>}
        <ScopeWords participants={counted(results.participants, 'participant', 'participants')} />
      </PageHeading>
      {info.madeUp && <MadeUpNotice />}
      {indicator.retired && (
        <Notice tone="info" heading="Retired">
          <p>It is no longer in the framework. What was rated before stays as it is.</p>
        </Notice>
      )}
      <Decision priority={indicator.priority} results={results} scale={info.scale} />
      {CRITERIA.map(criterion => (
        <CriterionFigures
          key={criterion}
          criterion={criterion}
          question={CRITERION_QUESTIONS[criterion]}
          indicator={indicator}
          material={material}
        />
      ))}
      <SideBySide key={indicator.id} indicator={indicator} scale={scaleOf(info.scale)} />
      <SeenWords indicator={indicator} />
      <p className={styles.note}>
        Each figure rests on those who chose a level (n); results of fewer than {ENOUGH_ANSWERS} are
        marked. {QUANTILE_WORDS[results.quantile]} The standard deviation is the sample’s.
        Favourable is the share in the two highest levels, unfavourable that in the two lowest.
        Where each group counts the same, every answer of a group of n weighs 1/n.
      </p>
    </div>
  )
}
