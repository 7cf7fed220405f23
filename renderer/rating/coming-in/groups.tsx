import { useState } from 'react'
import { RadioGroup as AriaRadioGroup, Label, RadioButton, RadioField } from 'react-aria-components'
import { useAction } from '../../data/use-query.ts'
import { classNames } from '../../ui/class-names.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { GroupName } from '../language/group-name.tsx'
import { useRoom } from '../room/room-context.tsx'
import calm from '../screen/calm-page.module.css'
import { useRating } from '../session/rating-context.tsx'
import styles from './groups.module.css'

interface GroupsProps {
  readonly groups: readonly string[]
  readonly chosen: string | null
  readonly onChoose: (group: string) => void
}

/** The groups of a workshop, a large button each. */
export function Groups({ groups, chosen, onChoose }: GroupsProps) {
  const { join } = useWords()
  return (
    <AriaRadioGroup className={classNames(styles.choice)} value={chosen} onChange={onChoose}>
      <Label className={classNames(calm.lead)}>{join.whichGroup}</Label>
      <div className={styles.groups}>
        {groups.map(group => (
          <RadioField key={group} value={group} className={classNames(styles.field)}>
            <RadioButton className={classNames(styles.group)}>
              <span className={styles.name}>
                <GroupName group={group} />
              </span>
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

/** The group that a person said they are in, and the way to put a wrong one right. */
export function OwnGroup() {
  const { join } = useWords()
  const group = useRating(state => state.participant.group)
  const [isChanging, setIsChanging] = useState(false)
  return (
    <div className={styles.own}>
      <p className={styles.current}>
        {join.yourGroup}{' '}
        <strong>
          <GroupName group={group} />
        </strong>
      </p>
      <Button variant="quiet" onPress={() => setIsChanging(true)}>
        {join.changeGroup}
      </Button>
      {isChanging && <ChangeGroup onClose={() => setIsChanging(false)} />}
    </div>
  )
}

function ChangeGroup({ onClose }: { readonly onClose: () => void }) {
  const { join, controls } = useWords()
  const { groups } = useRoom()
  const group = useRating(state => state.participant.group)
  const correctGroup = useRating(state => state.correctGroup)
  const [chosen, setChosen] = useState(group)
  const { isDoing, problem, run } = useAction()
  const save = () =>
    run(async () => {
      if (chosen !== group) await correctGroup(chosen)
      onClose()
    })
  return (
    <Dialog
      title={join.changeYourGroup}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{controls.cancel}</Button>
          <Button variant="primary" isPending={isDoing} onPress={save}>
            {join.isMyGroup}
          </Button>
        </>
      }
    >
      <Groups groups={groups} chosen={chosen} onChoose={setChosen} />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
