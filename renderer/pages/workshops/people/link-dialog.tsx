import { useCallback, useEffect, useState } from 'react'
import type { NamedParticipant, ParticipantLink } from '../../../../shared/model/workshop.ts'
import { LOADING, type Loadable, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction, useQuery } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { UndoIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../../ui/layout/visually-hidden.tsx'
import { describedWords } from './described-words.ts'
import { FindPerson, useFindPerson } from './find-person.tsx'
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

/** Says that a participant is the same person as another, or takes that back: first found, then confirmed. */
export function LinkDialog({ participant, onClose }: LinkDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { links, read } = useLinksOf(participant.id)
  const finding = useFindPerson({ without: participant.id })
  const { found, person: other } = finding
  const { isDoing, problem, run } = useAction()
  const about = useQuery(participant.id, () =>
    client.person.find({ workbook, words: participant.id }),
  )
  const pairWith = (id: string) => ({ workbook, participant: participant.id, other: id })
  const link = () => {
    if (!other) return finding.setProblem('Choose who it is, then go on.')
    return run(async () => {
      await client.person.link(pairWith(other.id))
      onClose()
    })
  }
  const unlink = (id: string) =>
    run(async () => {
      await client.person.unlink(pairWith(id))
      await read()
    })
  const find = () => finding.find()
  return (
    <Dialog
      title={`Is ${participant.name} somebody else as well?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Close</Button>
          {found.length > 0 && (
            <Button variant="primary" isPending={isDoing} onPress={link}>
              They are one person
            </Button>
          )}
          <Button
            variant={found.length > 0 ? 'secondary' : 'primary'}
            isPending={finding.isDoing}
            onPress={find}
          >
            Find them
          </Button>
        </>
      }
    >
      {about.answer.state === 'ready' && <p>{about.answer.value.map(describedWords).join(' ')}</p>}
      <p>
        Someone who came to two workshops is counted once when you say so. Where they answered the
        same question twice, you are asked which answer counts. You can take it back.
      </p>
      <FindPerson
        finding={finding}
        description="Of the other one, as they are called in the other workshop."
        label="The same person as"
        listFrom={1}
        onFind={find}
      />
      <ProblemNotice heading="That was not saved" problem={problem} />
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
              <VisuallyHidden>
                : {name} in {workshopTitle}
              </VisuallyHidden>
            </Button>
          </li>
        ))}
      </Stack>
    </section>
  )
}
