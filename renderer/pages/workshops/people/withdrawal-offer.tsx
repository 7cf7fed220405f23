import { type FormEvent, useState } from 'react'
import type { DescribedParticipant } from '../../../../shared/model/workshop.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { RadioGroup } from '../../../ui/input/choice.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { describedWords } from './described-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import styles from './withdrawal-offer.module.css'

/** Explains to a facilitator what to do when somebody wants their answers deleted. */
export function WithdrawalOffer() {
  const [isFinding, setIsFinding] = useState(false)
  return (
    <section className={styles.offer} aria-labelledby="withdrawal-heading">
      <div>
        <h2 id="withdrawal-heading" className={styles.heading}>
          Somebody wants their answers deleted
        </h2>
        <p className={styles.words}>They are found by their code or by their four words.</p>
      </div>
      <Button onPress={() => setIsFinding(true)}>Find them…</Button>
      {isFinding && <FindDialog onClose={() => setIsFinding(false)} />}
    </section>
  )
}

const wordsOf = (person: DescribedParticipant) => ({
  value: person.id,
  label: `${person.name}, ${person.group}`,
  hint: describedWords(person),
})

/** Finds who wants their answers deleted, by code or by the four words, and goes on to deleting once one is meant. */
function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly DescribedParticipant[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [isMeant, setIsMeant] = useState(false)
  const { isDoing, problem, setProblem, run } = useAction()
  const person = found.find(({ id }) => id === chosen)
  if (person && isMeant) return <WithdrawDialog participant={person} onClose={onClose} />
  const find = () =>
    run(async () => {
      if (words.trim() === '') return setProblem('Type a code or the four words.')
      const matches = await client.person.find({ workbook, words })
      const [only, another] = matches
      if (!only) setProblem('Nobody has this code or these words. Look at each letter once more.')
      setFound(matches)
      setChosen(only && !another ? only.id : null)
      setIsMeant(only !== undefined && !another)
    })
  const goOn = () =>
    person ? setIsMeant(true) : setProblem('Choose which of them it is, then go on.')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    find()
  }
  return (
    <Dialog
      title="Who wants their answers deleted?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {found.length > 1 && (
            <Button variant="primary" onPress={goOn}>
              Go on
            </Button>
          )}
          <Button
            variant={found.length > 1 ? 'secondary' : 'primary'}
            isPending={isDoing}
            onPress={find}
          >
            Find them
          </Button>
        </>
      }
    >
      <form onSubmit={submit} noValidate>
        <TextField
          label="Their four words, or their code"
          value={words}
          onChange={setWords}
          error={problem}
          autoComplete="off"
          description="The words were shown to them when they finished rating."
        />
      </form>
      {found.length > 1 && (
        <RadioGroup
          label="More than one has this code"
          options={found.map(wordsOf)}
          value={chosen}
          onChange={setChosen}
        />
      )}
    </Dialog>
  )
}
