import type { Results } from '../../../shared/model/results.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { DATA_TYPES, STATUSES } from '../../../shared/model/vocabulary.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { useResults, useResultsView, useWorkbook } from '../../stores/workbook-context.tsx'
import { Select } from '../../ui/select.tsx'
import { DATA_TYPE_NAMES, STATUS_NAMES } from '../framework/words.ts'
import { sectionOf } from './narrow.ts'
import { RatingChoosers } from './rating-choosers.tsx'
import { RuleChooser } from './rule-chooser.tsx'
import styles from './scope-bar.module.css'

/** Stands for no narrowing in a list of choices; no workshop, group or section is called so. */
const ALL = ''

interface ScopeBarProps {
  readonly scale: ScaleLength
  readonly results: Results
}

const groupsOf = (workshops: readonly Workshop[]) => [
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

/** Which indicators are shown; their figures stay the same. */
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

/** Whose ratings are counted, which indicators are shown, and how they are judged. */
export function ScopeBar({ scale, results }: ScopeBarProps) {
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const loaded = useWorkbook(state => state.workshops)
  const workshops = loaded.state === 'ready' ? loaded.value : []
  const { workshops: _workshops, ...anyWorkshop } = scope
  const { groups: _groups, ...anyGroup } = scope
  return (
    <search className={styles.bar}>
      <Select
        label="Group"
        options={[{ value: ALL, label: 'All groups' }, ...groupsOf(workshops).map(option)]}
        value={scope.groups?.[0] ?? ALL}
        onChange={group =>
          void setScope(group === ALL ? anyGroup : { ...anyGroup, groups: [group] })
        }
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
