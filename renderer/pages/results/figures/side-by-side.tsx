import { useState } from 'react'
import { TOO_FEW_LABEL } from '../../../../shared/messages/charts.ts'
import { ofThemByHands } from '../../../../shared/messages/data-entry/hands.ts'
import { CRITERION_NAMES, VERDICT_NAMES } from '../../../../shared/messages/results.ts'
import {
  areFewAnswers,
  type Comparison,
  type ComparisonScope,
  type IndicatorResult,
  type JudgedSummary,
} from '../../../../shared/model/results.ts'
import type { Scale } from '../../../../shared/model/scale.ts'
import { CRITERIA, type Criterion } from '../../../../shared/model/vocabulary.ts'
import { DistributionBar, DistributionLegend } from '../../../charts/distribution-bar.tsx'
import { useClient } from '../../../data/services.tsx'
import { useQuery } from '../../../data/use-query.ts'
import { useResults, useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { RadioGroup } from '../../../ui/input/choice.tsx'
import { Disclosure } from '../../../ui/layout/disclosure.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import { COMPARED } from '../choosers.tsx'
import { FewAnswersTag } from './figure-columns.tsx'
import styles from './side-by-side.module.css'

interface SideBySideProps {
  readonly indicator: IndicatorResult
  readonly scale: Scale
}

type By = ComparisonScope['by']

interface PartProps {
  readonly name: string
  readonly criterion: Criterion
  readonly summary: JudgedSummary
  readonly scale: Scale
}

function Part({ name, criterion, summary, scale }: PartProps) {
  return (
    <li className={styles.part}>
      <span>
        {name}{' '}
        <span className={styles.n}>
          n = {[summary.n, ofThemByHands(summary.hands)].filter(Boolean).join(', ')}
        </span>{' '}
        {areFewAnswers(summary) && <FewAnswersTag />}
      </span>
      <DistributionBar
        title={`${CRITERION_NAMES[criterion]}, ${name}`}
        levels={scale.levels[criterion]}
        counts={summary.counts}
      />
      <span>
        {summary.n === 0 ? '–' : summary.tooFew ? TOO_FEW_LABEL : VERDICT_NAMES[summary.verdict]}
      </span>
    </li>
  )
}

interface PartsProps extends SideBySideProps {
  readonly comparison: Comparison
}

function Parts({ comparison, indicator, scale }: PartsProps) {
  const found = comparison.indicators.find(({ id }) => id === indicator.id)
  if (!found) return <p>Nobody has rated this indicator.</p>
  return CRITERIA.map(criterion => (
    <Stack key={criterion} as="section" gap={3}>
      <h3 className={styles.heading}>{CRITERION_NAMES[criterion]}</h3>
      <DistributionLegend levels={scale.levels[criterion]} />
      <ul className={styles.parts}>
        {comparison.parts.map(({ id, name }) => {
          const summary = found.criteria[criterion][id]
          return (
            summary && (
              <Part key={id} name={name} criterion={criterion} summary={summary} scale={scale} />
            )
          )
        })}
      </ul>
    </Stack>
  ))
}

function Compared({ indicator, scale }: SideBySideProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const revision = useWorkbook(state => state.revision.ratings)
  const [by, setBy] = useState<By>('workshop')
  const { answer, retry } = useQuery(`${by} ${revision} ${JSON.stringify(scope)}`, () =>
    client.results.compare({ workbook, ...scope, by }),
  )
  return (
    <Stack gap={5}>
      <RadioGroup
        label="What is set side by side"
        layout="row"
        options={COMPARED}
        value={by}
        onChange={setBy}
      />
      <Loaded from={answer} what="the comparison" onRetry={retry}>
        {comparison => <Parts comparison={comparison} indicator={indicator} scale={scale} />}
      </Loaded>
    </Stack>
  )
}

/** The results of one indicator by workshop, by the words on screen, or by round. */
export function SideBySide(props: SideBySideProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Disclosure
      level={2}
      summary="Workshops, wordings and rounds side by side"
      isExpanded={isOpen}
      onExpandedChange={setIsOpen}
    >
      {isOpen && <Compared {...props} />}
    </Disclosure>
  )
}
