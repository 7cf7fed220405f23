import type { Workshop } from '../../../shared/model/workshop.ts'
import { useResults, useWorkbook } from '../../stores/workbook-context.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './scope-bar.module.css'

/** Stands for no narrowing in a list of choices; no workshop, group or section is called so. */
export const ALL = ''

interface ScopeBarProps {
  readonly sections: readonly string[]
  readonly section: string
  readonly onSection: (section: string) => void
}

const groupsOf = (workshops: readonly Workshop[]) => [
  ...new Set(workshops.flatMap(workshop => workshop.groups)),
]

const option = (value: string) => ({ value, label: value })

/** Whose ratings are counted and which indicators are listed. */
export function ScopeBar({ sections, section, onSection }: ScopeBarProps) {
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
    </search>
  )
}
