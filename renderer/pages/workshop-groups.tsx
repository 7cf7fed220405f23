import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { CautionIcon, PlusIcon } from '../ui/icons.tsx'
import { TextField } from '../ui/text-field.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type GroupDraft, type WorkshopDraft, withGroup, withNewGroup } from './workshop-draft.ts'
import styles from './workshop-groups.module.css'

interface GroupProps {
  readonly group: GroupDraft
  readonly onChange: (group: GroupDraft) => void
}

function Group({ group, onChange }: GroupProps) {
  const number = group.key + 1
  return (
    <li className={styles.group}>
      <Checkbox
        isSelected={group.isIncluded}
        onChange={isIncluded => onChange({ ...group, isIncluded })}
      >
        <VisuallyHidden>Use {group.name || `group ${number}`}</VisuallyHidden>
      </Checkbox>
      <TextField
        label={`Name of group ${number}`}
        isLabelHidden
        value={group.name}
        isDisabled={!group.isIncluded}
        onChange={name => onChange({ ...group, name })}
      />
    </li>
  )
}

interface WorkshopGroupsProps {
  readonly draft: WorkshopDraft
  readonly error: string | undefined
  readonly onChange: (draft: WorkshopDraft) => void
}

/** The stakeholder groups of a workshop: tick, rename, add. */
export function WorkshopGroups({ draft, error, onChange }: WorkshopGroupsProps) {
  return (
    <fieldset className={styles.groups} aria-describedby={error && 'groups-problem'}>
      <legend className={styles.legend}>Stakeholder groups</legend>
      <p className={styles.help}>
        Results are shown for each group. Untick those that are not in the room; type over a name to
        change it.
      </p>
      <ul className={styles.list}>
        {draft.groups.map(group => (
          <Group
            key={group.key}
            group={group}
            onChange={changed => onChange(withGroup(draft, changed))}
          />
        ))}
      </ul>
      {error && (
        <p id="groups-problem" className={styles.problem} role="alert">
          <CautionIcon />
          {error}
        </p>
      )}
      <div>
        <Button icon={<PlusIcon />} onPress={() => onChange(withNewGroup(draft))}>
          Add a group
        </Button>
      </div>
    </fieldset>
  )
}
