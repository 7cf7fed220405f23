import { useState } from 'react'
import type { Proof } from '../../../shared/model/lock.ts'
import type { NamedParticipant } from '../../../shared/model/workshop.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Select } from '../../ui/input/choice.tsx'
import { InEnglish } from '../../ui/language/language-context.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'
import { FormDialog } from '../../ui/layout/form-dialog.tsx'
import { ProofFields } from './proof-fields.tsx'
import { useHolding } from './room-context.tsx'

interface LetInDialogProps {
  readonly onClose: () => void
}

/** A facilitator's proof, and the people that it showed; null until then. */
interface Proved {
  readonly proof: Proof | undefined
  readonly people: readonly NamedParticipant[]
}

/** Has the facilitator let in somebody who does not know their words: the PIN first, then who they are. */
export function LetInDialog({ onClose }: LetInDialogProps) {
  const [proved, setProved] = useState<Proved | null>(null)
  return (
    <InEnglish>
      {proved === null ? (
        <Prove onClose={onClose} onProved={setProved} />
      ) : (
        <Choose {...proved} onClose={onClose} />
      )}
    </InEnglish>
  )
}

interface ProveProps extends LetInDialogProps {
  readonly onProved: (proved: Proved) => void
}

function Prove({ onClose, onProved }: ProveProps) {
  const { lock } = useHolding()
  const client = useClient()
  const { isDoing, problem, setProblem, run } = useAction()
  const [typed, setTyped] = useState('')
  const hasPin = lock.pin !== 'none'
  const submit = () => {
    if (hasPin && typed.trim() === '') return
    const proof = hasPin ? { pin: typed } : undefined
    run(async () => onProved({ proof, people: await client.room.people({ proof }) }))
  }
  return (
    <FormDialog
      title="The facilitator lets you in"
      submit="Go on"
      isDoing={isDoing}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {hasPin
          ? 'Facilitator: type your PIN, and choose who has the laptop. It stays in the room’s hands.'
          : 'Facilitator: choose who has the laptop. It stays in the room’s hands.'}
      </p>
      {hasPin && (
        <ProofFields
          isByWords={false}
          typed={typed}
          onChange={text => {
            setProblem(null)
            setTyped(text)
          }}
        />
      )}
      <ProblemNotice problem={problem} />
    </FormDialog>
  )
}

function Choose({ proof, people, onClose }: Proved & LetInDialogProps) {
  const client = useClient()
  const { isDoing, problem, run } = useAction()
  const [chosen, setChosen] = useState(people[0]?.id ?? '')
  const name = people.find(({ id }) => id === chosen)?.name
  const letIn = () =>
    run(async () => {
      await client.room.letIn({ participant: chosen, proof })
    })
  if (name === undefined) {
    return (
      <Dialog
        title="Nobody was here before"
        isOpen
        onClose={onClose}
        actions={<Button onPress={onClose}>Close</Button>}
      >
        <p>Nobody has rated in this workshop yet. Please start as somebody new.</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="Who has the laptop?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={letIn}>
            Let {name} in
          </Button>
        </>
      }
    >
      <p>What they answered comes on the screen. Let them in only when they have the laptop.</p>
      <Select
        label="Their code"
        options={people.map(one => ({ value: one.id, label: `${one.name}, ${one.group}` }))}
        value={chosen}
        onChange={setChosen}
      />
      <ProblemNotice problem={problem} />
    </Dialog>
  )
}
