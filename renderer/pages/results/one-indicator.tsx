import type { IndicatorResult, Results } from '../../../shared/model/results.ts'
import { CRITERION_QUESTIONS, scaleOf } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../shared/model/workbook.ts'
import { counted } from '../../format.ts'
import { routes } from '../../routes.ts'
import { useWorkbook, useWorkbookId } from '../../stores/workbook-context.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { CRITERION_NAMES } from './criteria.ts'
import { CriterionFigures } from './criterion-figures.tsx'
import { MadeUpNotice } from './made-up-notice.tsx'
import styles from './one-indicator.module.css'
import { ScopeWords } from './scope-words.tsx'

interface OneIndicatorProps {
  readonly info: WorkbookInfo
  readonly results: Results
  readonly indicator: IndicatorResult
}

function usePlainWording(code: string): string {
  const framework = useWorkbook(state => state.framework)
  if (framework.state !== 'ready') return ''
  return framework.value.indicators.find(each => each.code === code)?.easyRead ?? ''
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
            href={routes.indicatorResults(workbook, before.code)}
            icon={<ArrowLeftIcon />}
          >
            {before.code}
          </LinkButton>
        )}
        {after && (
          <LinkButton
            href={routes.indicatorResults(workbook, after.code)}
            trailingIcon={<ArrowRightIcon />}
          >
            {after.code}
          </LinkButton>
        )}
      </span>
    </nav>
  )
}

/** One indicator's results in full: for everyone and for each group, with every count. */
export function OneIndicator({ info, results, indicator }: OneIndicatorProps) {
  const scale = scaleOf(info.scale)
  const plain = usePlainWording(indicator.code)
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
      {CRITERIA.map(criterion => (
        <CriterionFigures
          key={criterion}
          name={CRITERION_NAMES[criterion]}
          question={CRITERION_QUESTIONS[criterion]}
          code={indicator.code}
          levels={scale.levels[criterion]}
          result={indicator.criteria[criterion]}
        />
      ))}
      <p className={styles.note}>
        Each figure rests on those who chose a level (n). Quartiles are computed by method R-7, and
        the standard deviation is the sample’s. Favourable is the share in the two highest levels,
        unfavourable that in the two lowest.
      </p>
    </div>
  )
}
