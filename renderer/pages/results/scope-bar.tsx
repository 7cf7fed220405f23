import { DEFAULT_RULE, RULE_NAMES, RULES } from '../../../shared/model/built-in-rules.ts'
import { testFor } from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { useResults, useWorkbook } from '../../stores/workbook-context.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './scope-bar.module.css'

/** Stands for no narrowing in a list of choices; no workshop, group or section is called so. */
export const ALL = ''

interface ScopeBarProps {
  readonly scale: ScaleLength
  readonly sections: readonly string[]
  readonly section: string
  readonly onSection: (section: string) => void
}

const groupsOf = (workshops: readonly Workshop[]) => [
  ...new Set(workshops.flatMap(workshop => workshop.groups)),
]

const option = (value: string) => ({ value, label: value })

/** The rule of the verdicts, among those that are for the workbook's scale. */
function RuleChooser({ scale }: { readonly scale: ScaleLength }) {
  const scope = useResults(state => state.scope)
  const setScope = useResults(state => state.setScope)
  const { rule = DEFAULT_RULE } = scope
  return (
    <Select
      label="Rule for consensus"
      options={RULE_NAMES.filter(name => testFor(RULES[name], scale)).map(name => ({
        value: name,
        label: RULES[name].title,
      }))}
      value={typeof rule === 'string' ? rule : DEFAULT_RULE}
      onChange={chosen => void setScope({ ...scope, rule: chosen })}
    />
  )
}

/** Whose ratings are counted, which indicators are listed, and how they are judged. */
export function ScopeBar({ scale, sections, section, onSection }: ScopeBarProps) {
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
      <Select
        label="Section"
        options={[{ value: ALL, label: 'All sections' }, ...sections.map(option)]}
        value={section}
        onChange={onSection}
      />
      <RuleChooser scale={scale} />
    </search>
  )
}
