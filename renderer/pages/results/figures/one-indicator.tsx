import { useMemo } from 'react'
import { counted, formatCount } from '../../../../shared/messages/figures.ts'
import { sectionPath } from '../../../../shared/messages/framework.ts'
import {
  CRITERION_NAMES,
  otherWordsOf,
  QUANTILE_WORDS,
} from '../../../../shared/messages/results.ts'
import { PRIORITY_WORDS } from '../../../../shared/messages/rules.ts'
import type { FrameworkVersion } from '../../../../shared/model/framework.ts'
import {
  ENOUGH_ANSWERS,
  type IndicatorResult,
  isInUse,
  otherWords,
  type Priority,
  type Results,
  type SeenVersion,
} from '../../../../shared/model/results.ts'
import { CRITERION_QUESTIONS, type ScaleLength, scaleOf } from '../../../../shared/model/scale.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
import type { WorkbookInfo } from '../../../../shared/model/workbook.ts'
import { routes } from '../../../app/routes.ts'
import { PriorityWord } from '../../../charts/priority-mark.tsx'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { useVersions } from '../../../data/workbook-lists.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { formatDay } from '../../../ui/format.ts'
import { ArrowLeftIcon, ArrowRightIcon } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/input/button.tsx'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { type Column, Table } from '../../../ui/table/table.tsx'
import { RuleLine, ScopeWords, SyntheticNotice } from '../scope-text.tsx'
import { nameInAddress } from '../shown-indicators.ts'
import { CriterionFigures } from './criterion-figures.tsx'
import styles from './one-indicator.module.css'
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
            href={routes.results(workbook, nameInAddress(before))}
            icon={<ArrowLeftIcon />}
          >
            <bdi>{before.code}</bdi>
          </LinkButton>
        )}
        {after && (
          <LinkButton
            href={routes.results(workbook, nameInAddress(after))}
            trailingIcon={<ArrowRightIcon />}
          >
            <bdi>{after.code}</bdi>
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

/** The priority of the indicator, with the rule that gives it. */
function Decision({ priority, results, scale }: DecisionProps) {
  return (
    <Stack gap={2}>
      {priority && (
        <Row as="p" gap={[1, 3]} wrap>
          <strong>
            <PriorityWord priority={priority} />
          </strong>{' '}
          {PRIORITY_WORDS[priority]}
        </Row>
      )}
      <RuleLine results={results} scale={scale} />
    </Stack>
  )
}

/** One indicator's results in full: for everyone and for each group, with every count. */
export function OneIndicator({ info, results, indicator }: OneIndicatorProps) {
  const material = useMemo(() => ({ results, scale: scaleOf(info.scale) }), [results, info.scale])
  const plain = usePlainWording(indicator.id)
  return (
    <Stack gap={5}>
      <Neighbours results={results} indicator={indicator} />
      <PageHeading
        key={indicator.code}
        kicker={`${indicator.code}, ${sectionPath(indicator.section)}`}
        title={indicator.title}
      >
        {plain && (
          <p>
            In plain words: <bdi>{plain}</bdi>
          </p>
        )}
        <ScopeWords participants={counted(results.participants, 'participant', 'participants')} />
      </PageHeading>
      {info.madeUp && <SyntheticNotice />}
      {indicator.retired && (
        <Notice tone="info" heading="Retired">
          <p>It is no longer in the framework. What was rated before stays as it is.</p>
        </Notice>
      )}
      {indicator.otherVersion && (
        <Notice tone="info" heading="In another version">
          <p>
            A version of the framework that is not in use has it, as when two laptops each added an
            indicator. Its answers are its own: an indicator of the same code here has others.
          </p>
        </Notice>
      )}
      <OtherWordsNotice indicator={indicator} />
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
    </Stack>
  )
}

/** Says above the figures that some of their answers saw other words; the table below has which. */
function OtherWordsNotice({ indicator }: { readonly indicator: IndicatorResult }) {
  const words = otherWordsOf(otherWords(indicator))
  if (words === '') return null
  return (
    <Notice tone="caution" heading={words}>
      <p>Which words people had before them stands below, under Which words were rated.</p>
    </Notice>
  )
}

const columnsFor = (versions: readonly FrameworkVersion[]): readonly Column<SeenVersion>[] => [
  {
    id: 'words',
    heading: 'Words that were rated',
    cell: ({ framework, title, sameWords }) => {
      const version = versions.find(({ hash }) => hash === framework)
      return (
        <span className={styles.words}>
          <span>{title}</span>
          <span className={styles.version}>
            {version && `Version ${version.number}, ${formatDay(version.loadedAt)}`}
            {sameWords ? '' : ', in other words than now'}
          </span>
        </span>
      )
    },
    isRowHeading: true,
  },
  ...CRITERIA.map(
    (criterion): Column<SeenVersion> => ({
      id: criterion,
      heading: `${CRITERION_NAMES[criterion]}, n`,
      cell: seen => formatCount(seen[criterion]),
      align: 'end',
    }),
  ),
]

/** Names the framework versions that people answered, where they differ. */
function SeenWords({ indicator }: { readonly indicator: IndicatorResult }) {
  const { seen } = indicator
  const versions = useVersions()
  const isTold = seen.length > 1 || seen.some(({ sameWords }) => !sameWords) || !isInUse(indicator)
  if (!isTold || seen.length === 0) return null
  return (
    <Stack aria-labelledby="seen-words" as="section" gap={3}>
      <h2 id="seen-words">Which words were rated</h2>
      <Table
        caption="How many answers saw each version of the framework"
        columns={columnsFor(versions.state === 'ready' ? versions.value : [])}
        rows={seen}
        rowKey={({ framework }) => framework}
      />
    </Stack>
  )
}
