import { useState } from 'react'
import { RadioGroup as AriaRadioGroup, Label, RadioButton, RadioField } from 'react-aria-components'
import type { Participant, Workshop } from '../../shared/model/workshop.ts'
import { type Problem, problemOf } from '../host/problem.ts'
import { useClient } from '../stores/services.tsx'
import { useWorkbookId } from '../stores/workbook-context.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { ArrowRightIcon, CheckIcon } from '../ui/icons.tsx'
import { Notice } from '../ui/notice.tsx'
import calm from './calm-page.module.css'
import { CalmPage } from './calm-page.tsx'
import styles from './choose-group.module.css'

interface ChooseGroupProps {
  readonly workshop: Workshop
  readonly onJoined: (person: Participant) => void
}

interface GroupsProps {
  readonly groups: readonly string[]
  readonly chosen: string | null
  readonly onChoose: (group: string) => void
}

function Groups({ groups, chosen, onChoose }: GroupsProps) {
  return (
    <AriaRadioGroup className={classNames(styles.choice)} value={chosen} onChange={onChoose}>
      <Label className={classNames(calm.lead)}>Which group are you in?</Label>
      <div className={styles.groups}>
        {groups.map(group => (
          <RadioField key={group} value={group} className={classNames(styles.field)}>
            <RadioButton className={classNames(styles.group)}>
              <span className={styles.name}>{group}</span>
              <span className={styles.tick}>
                <CheckIcon size={24} />
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </AriaRadioGroup>
  )
}

/** Adds a person of the chosen group; the code comes back from the engine. */
function useJoin({ workshop, onJoined }: ChooseGroupProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [isJoining, setIsJoining] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const join = async (group: string) => {
    // A second press while the first is on its way would add a second person.
    if (isJoining) return
    setIsJoining(true)
    setProblem(null)
    try {
      onJoined(await client.participant.add({ workbook, workshop: workshop.id, group }))
    } catch (error) {
      setProblem(problemOf(error))
      setIsJoining(false)
    }
  }
  return { problem, join: (group: string) => void join(group) }
}

/** The first step: one large button a group, and a second press to go on, as fingers slip. */
export function ChooseGroup(props: ChooseGroupProps) {
  const { workshop } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const { problem, join } = useJoin(props)
  return (
    <CalmPage title="Hello">
      <Groups groups={workshop.groups} chosen={chosen} onChoose={setChosen} />
      {problem && (
        <Notice tone="danger" heading="That did not work" announce>
          <p>{problem.message}</p>
        </Notice>
      )}
      <div className={calm.actions}>
        <Button
          variant="primary"
          size="large"
          trailingIcon={<ArrowRightIcon />}
          isDisabled={chosen === null}
          onPress={() => {
            if (chosen !== null) join(chosen)
          }}
        >
          Continue
        </Button>
      </div>
    </CalmPage>
  )
}
