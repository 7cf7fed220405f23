import { Link } from 'wouter'

import { handsWords } from '../../../shared/messages/data-entry/hands.ts'

import { counted } from '../../../shared/messages/figures.ts'
import { DATA_TYPE_NAMES, STATUS_NAMES } from '../../../shared/messages/framework.ts'
import { conflictWords, WORDING_WORDS } from '../../../shared/messages/results.ts'
import type { Results } from '../../../shared/model/results.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { DATA_TYPES, STATUSES } from '../../../shared/model/vocabulary.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { routes } from '../../app/routes.ts'
import {
  useResults,
  useResultsView,
  useWorkbook,
  useWorkbookId,
} from '../../data/workbook-context.tsx'
import { SpinnerRing } from '../../ui/feedback/loaded.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { RatingChoosers, RuleChooser } from './choosers.tsx'
import styles from './scope-panel.module.css'
import { RuleLine } from './scope-text.tsx'
import { sectionOf, useShown } from './shown-indicators.ts'

interface ScopePanelProps {
  readonly results: Results
  readonly scale: ScaleLength
}

/** The choices that differ from the default, in words, so that nobody takes a part for the whole. */
function useNarrowings(): readonly string[] {
  const scope = useResults(state => state.scope)
  const { section, dataType, status } = useResultsView(state => state.filter)
  const workshops = useWorkbook(state => state.workshops)
  const titles =
    workshops.state === 'ready'
      ? workshops.value.filter(({ id }) => scope.workshops?.includes(id)).map(({ title }) => title)
      : []
  return [
    ...(scope.groups ?? []),
    ...titles,
    ...(scope.round === 1 ? [] : [`round ${scope.round}`]),
    ...(scope.wording === undefined ? [] : [WORDING_WORDS[scope.wording].toLowerCase()]),
    ...(section === null ? [] : [section]),
    ...(dataType === 'any' ? [] : [DATA_TYPE_NAMES[dataType]]),
    ...(status === 'any' ? [] : [STATUS_NAMES[status]]),
  ]
}

/** The number of indicators shown, and of people on whom the figures rest. */
function Count({ results }: Pick<ScopePanelProps, 'results'>) {
  const isRefreshing = useResults(state => state.isRefreshing)
  const { shown } = useShown(results)
  return (
    <p className={styles.count} role="status">
      {isRefreshing && <SpinnerRing />}
      {counted(shown.length, 'indicator', 'indicators')},{' '}
      {counted(results.participants, 'participant', 'participants')}
    </p>
  )
}

/** The scope and the rule in words, and the choosers for both, folded away at first. */
export function ScopePanel({ results, scale }: ScopePanelProps) {
  const isChoosing = useResultsView(state => state.isChoosing)
  const setChoosing = useResultsView(state => state.setChoosing)
  const narrowings = useNarrowings()
  const workbook = useWorkbookId()
  return (
    <div className={styles.panel}>
      <Count results={results} />
      <Disclosure
        level={2}
        isExpanded={isChoosing}
        onExpandedChange={setChoosing}
        summary={
          <>
            {narrowings.length === 0
              ? 'Everyone, and the whole framework'
              : `Only ${narrowings.join(', ')}`}
            <span className={styles.rule}>, by the rule “{results.ruleUsed.title}”</span>
          </>
        }
        note={<span className={styles.change}>{isChoosing ? 'Fold away' : 'Choose'}</span>}
      >
        <ScopeBar scale={scale} results={results} />
        <RuleLine results={results} scale={scale} />
      </Disclosure>
      {results.conflicts.keys > 0 && (
        <p className={styles.conflicts}>
          {conflictWords(results.conflicts)}{' '}
          <Link href={routes.conflicts(workbook)}>Open conflicts</Link>
        </p>
      )}
      {handsWords(results).map(words => (
        <p key={words} className={styles.conflicts}>
          {words}
        </p>
      ))}
      <WhoIsNotCounted results={results} isWhole={narrowings.length === 0} />
    </div>
  )
}

interface WhoIsNotCountedProps {
  readonly results: Results
  /** True where nothing is narrowed down. */
  readonly isWhole: boolean
}

/** Says why there are fewer people here than joined: who withdrew, who is linked, and who was not asked. */
function WhoIsNotCounted({ results, isWhole }: WhoIsNotCountedProps) {
  const info = useWorkbook(state => state.info)
  const workbook = useWorkbookId()
  const joined = info.state === 'ready' ? info.value.participants : 0
  const { withdrawn, participants } = results
  return (
    <>
      {withdrawn > 0 && (
        <p className={styles.conflicts}>
          {counted(withdrawn, 'participant', 'participants')} withdrew; nothing of theirs is
          counted. <Link href={routes.diary(workbook)}>Diary</Link>
        </p>
      )}
      {isWhole && joined > participants && (
        <p className={styles.conflicts}>
          {counted(joined, 'participant', 'participants')} joined. Those who are one person count
          once, and whoever was not asked in this round does not count.
        </p>
      )}
    </>
  )
}

/** Stands for no narrowing in a list of choices; no workshop, group or section is called so. */
const ALL = ''

interface ScopeBarProps {
  readonly scale: ScaleLength
  readonly results: Results
}

/** The groups of some workshops, each once. */
export const groupsOf = (workshops: readonly Workshop[]) => [
  ...new Set(workshops.flatMap(workshop => workshop.groups)),
]

const option = (value: string) => ({ value, label: value })

const DATA_TYPE_OPTIONS = [
  { value: 'any', label: 'Any data type' },
  ...DATA_TYPES.map(value => ({ value, label: DATA_TYPE_NAMES[value] })),
] as const

const STATUS_OPTIONS = [
  { value: 'any', label: 'Any status' },
  ...STATUSES.map(value => ({ value, label: STATUS_NAMES[value] })),
] as const

/** Chooses the indicators to show; their figures stay the same. */
function IndicatorChoosers({ results }: Pick<ScopeBarProps, 'results'>) {
  const { section, dataType, status } = useResultsView(state => state.filter)
  const narrow = useResultsView(state => state.narrow)
  const sections = [...new Set(results.indicators.map(sectionOf))]
  return (
    <>
      <Select
        label="Section"
        options={[{ value: ALL, label: 'All sections' }, ...sections.map(option)]}
        value={section ?? ALL}
        onChange={chosen => narrow({ section: chosen === ALL ? null : chosen })}
      />
      <Select
        label="Data type"
        options={DATA_TYPE_OPTIONS}
        value={dataType}
        onChange={chosen => narrow({ dataType: chosen })}
      />
      <Select
        label="Status"
        options={STATUS_OPTIONS}
        value={status}
        onChange={chosen => narrow({ status: chosen })}
      />
    </>
  )
}

/** The choosers for the ratings to count, the indicators to show and the rule that judges them. */
function ScopeBar({ scale, results }: ScopeBarProps) {
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const loaded = useWorkbook(state => state.workshops)
  const workshops = loaded.state === 'ready' ? loaded.value : []
  const { workshops: _workshops, ...anyWorkshop } = scope
  const { groups = [], ...anyGroup } = scope
  // Several are chosen on the page that sets parts side by side.
  const areSeveral = groups.length > 1
  const several = groups.join(', ')
  return (
    <search className={styles.bar}>
      <Select
        label="Group"
        options={[
          { value: ALL, label: 'All groups' },
          ...(areSeveral ? [option(several)] : []),
          ...groupsOf(workshops).map(option),
        ]}
        value={areSeveral ? several : (scope.groups?.[0] ?? ALL)}
        onChange={group => {
          if (areSeveral && group === several) return
          void setScope(group === ALL ? anyGroup : { ...anyGroup, groups: [group] })
        }}
      />
      <Select
        label="Workshop"
        options={[
          { value: ALL, label: 'All workshops' },
          ...workshops.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={scope.workshops?.[0] ?? ALL}
        onChange={workshop =>
          void setScope(workshop === ALL ? anyWorkshop : { ...anyWorkshop, workshops: [workshop] })
        }
      />
      <IndicatorChoosers results={results} />
      <RatingChoosers results={results} />
      <RuleChooser scale={scale} />
    </search>
  )
}
