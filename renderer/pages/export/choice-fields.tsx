import { ENOUGH_ANSWERS } from '../../../shared/model/few-answers.ts'
import { useWorkbook } from '../../stores/workbook-context.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './choice-fields.module.css'
import type { ExportChoices } from './choices.ts'

/** Stands for all of them in a list; no workshop or group is called so. */
const ALL = ''

interface ChoiceFieldsProps {
  readonly choices: ExportChoices
  readonly onChange: (choices: ExportChoices) => void
}

/** Whose ratings go into a file, and how much of people it tells. */
export function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const loaded = useWorkbook(state => state.workshops)
  const workshops = loaded.state === 'ready' ? loaded.value : []
  const groups = [...new Set(workshops.flatMap(workshop => workshop.groups))]
  const chosen = (value: string) => (value === ALL ? null : value)
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>What goes into it</legend>
      <div className={styles.row}>
        <Select
          label="Workshop"
          options={[
            { value: ALL, label: 'All workshops' },
            ...workshops.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          value={choices.workshop ?? ALL}
          onChange={workshop => onChange({ ...choices, workshop: chosen(workshop) })}
        />
        <Select
          label="Group"
          options={[
            { value: ALL, label: 'All groups' },
            ...groups.map(group => ({ value: group, label: group })),
          ]}
          value={choices.group ?? ALL}
          onChange={group => onChange({ ...choices, group: chosen(group) })}
        />
      </div>
      <Checkbox
        isSelected={choices.comments}
        onChange={comments => onChange({ ...choices, comments })}
      >
        Comments and suggestions
      </Checkbox>
      <Checkbox
        isSelected={choices.pseudonyms}
        onChange={pseudonyms => onChange({ ...choices, pseudonyms })}
      >
        New names for participants, made for this file alone
      </Checkbox>
      <Checkbox
        isSelected={choices.hideSmallGroups}
        onChange={hideSmallGroups => onChange({ ...choices, hideSmallGroups })}
      >
        Leave out figures of fewer than {ENOUGH_ANSWERS} people, and each person’s group
      </Checkbox>
      <p className={styles.note}>
        Results are of the round and by the rule chosen under Results; ratings of every round are
        listed.
      </p>
    </fieldset>
  )
}
