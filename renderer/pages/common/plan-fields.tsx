import { useState } from 'react'
import { Button } from '../../ui/input/button.tsx'
import { TextArea, TextField } from '../../ui/input/text-field.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { numberedLaptops, type PlanDraft } from './plan-draft.ts'
import styles from './plan-fields.module.css'

interface PlanFieldsProps {
  /** The title of the workshop, after which laptops are called. */
  readonly title: string
  readonly groups: readonly string[]
  readonly draft: PlanDraft
  readonly onChange: (draft: PlanDraft) => void
}

/** The laptops that a workshop expects, by name, and the people wanted of each group. */
export function PlanFields({ title, groups, draft, onChange }: PlanFieldsProps) {
  const [count, setCount] = useState('')
  const isCount = /^[1-9]\d?$/.test(count) && Number(count) <= 60
  return (
    <Stack gap={4}>
      <Row gap={[2, 3]} align="end" wrap>
        <div className={styles.count}>
          <TextField
            label="How many laptops"
            inputMode="numeric"
            maxLength={2}
            value={count}
            onChange={setCount}
          />
        </div>
        <Button
          isDisabled={!isCount}
          onPress={() => onChange({ ...draft, laptops: numberedLaptops(title, Number(count)) })}
        >
          Name them by number
        </Button>
      </Row>
      <TextArea
        label="Names of the laptops"
        description="One a line. Each laptop says which it is when it opens the set-up."
        rows={5}
        value={draft.laptops}
        onChange={laptops => onChange({ ...draft, laptops })}
      />
      <fieldset className={styles.targets}>
        <legend className={styles.legend}>People wanted of each group</legend>
        <div className={styles.grid}>
          {groups.map(group => (
            <TextField
              key={group}
              label={group}
              inputMode="numeric"
              maxLength={5}
              value={draft.targets[group] ?? ''}
              onChange={target =>
                onChange({ ...draft, targets: { ...draft.targets, [group]: target } })
              }
            />
          ))}
        </div>
      </fieldset>
    </Stack>
  )
}
