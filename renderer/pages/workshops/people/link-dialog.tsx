import { useCallback, useEffect, useState } from 'react'
import type { NamedParticipant, ParticipantLink } from '../../../../shared/model/workshop.ts'
import { LOADING, type Loadable, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { UndoIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Select } from '../../../ui/input/choice.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import { usePeople } from '../use-workshop.ts'
import styles from './withdraw-dialog.module.css'

interface LinkDialogProps {
  readonly participant: NamedParticipant
  readonly onClose: () => void
}

/** The links that one participant is in. */
function useLinksOf(participant: string) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [links, setLinks] = useState<Loadable<readonly ParticipantLink[]>>(LOADING)
  const read = useCallback(async () => {
    const answer = await toLoadable(client.person.links({ workbook }))
    const isOf = ({ participants }: ParticipantLink) =>
      participants.some(({ id }) => id === participant)
    setLinks(
      answer.state === 'ready' ? { state: 'ready', value: answer.value.filter(isOf) } : answer,
    )
  }, [client, workbook, participant])
  useEffect(() => {
    void read()
  }, [read])
  return { links, read }
}

/** Every other participant of the workbook, to be chosen from. */
function useOthers(participant: string) {
  const workshops = useWorkbook(state => state.workshops)
  const list = workshops.state === 'ready' ? workshops.value : []
  const { people } = usePeople(list.map(({ id }) => id))
  if (people.state !== 'ready') return []
  return list.flatMap(({ id, title }) =>
    (people.value.get(id) ?? [])
      .filter(each => each.id !== participant)
      .map(each => ({ value: each.id, label: `${each.name}, ${each.group}, in ${title}` })),
  )
}

/** Says that a participant is the same person as another, or takes that back. */
export function LinkDialog({ participant, onClose }: LinkDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const others = useOthers(participant.id)
  const { links, read } = useLinksOf(participant.id)
  const [other, setOther] = useState<string | null>(null)
  const { isDoing, problem, setProblem, run } = useAction()
  const pairWith = (id: string) => ({ workbook, participant: participant.id, other: id })
  const link = () => {
    if (other === null) return setProblem('Choose who it is.')
    return run(async () => {
      await client.person.link(pairWith(other))
      onClose()
    })
  }
  const unlink = (id: string) =>
    run(async () => {
      await client.person.unlink(pairWith(id))
      await read()
    })
  return (
    <Dialog
      title={`Is ${participant.name} somebody else as well?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button variant="primary" isPending={isDoing} onPress={link}>
            They are one person
          </Button>
        </>
      }
    >
      <p>
        Someone who came to two workshops is counted once when you say so. Where they answered the
        same question twice, you are asked which answer counts. You can take it back.
      </p>
      <Select
        label="The same person as"
        options={others}
        value={other}
        onChange={setOther}
        placeholder={others.length === 0 ? 'There is nobody else yet' : 'Choose a participant'}
        error={problem}
      />
      <Loaded from={links} what="who is linked" onRetry={() => void read()}>
        {known => <LinkedList links={known} participant={participant.id} onUnlink={unlink} />}
      </Loaded>
    </Dialog>
  )
}

interface LinkedListProps {
  readonly links: readonly ParticipantLink[]
  readonly participant: string
  readonly onUnlink: (other: string) => void
}

function LinkedList({ links, participant, onUnlink }: LinkedListProps) {
  const others = links.flatMap(({ participants }) =>
    participants.filter(({ id }) => id !== participant),
  )
  if (others.length === 0) return null
  return (
    <section aria-labelledby="linked-heading">
      <h3 id="linked-heading" className={styles.heading}>
        One person so far
      </h3>
      <Stack as="ul">
        {others.map(({ id, name, workshopTitle }) => (
          <li key={id} className={styles.item}>
            <span>
              {name} in {workshopTitle}
            </span>
            <Button variant="quiet" icon={<UndoIcon />} onPress={() => onUnlink(id)}>
              Take back
            </Button>
          </li>
        ))}
      </Stack>
    </section>
  )
}
