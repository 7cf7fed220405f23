import { type FormEvent, useState } from 'react'
import type { DescribedParticipant } from '../../../../shared/model/workshop.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { RadioGroup } from '../../../ui/input/choice.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { describedWords } from './described-words.ts'

/** Finds people by their code or four words, to choose one of them; `without` is one who is not meant. */
export function useFindPerson({ without }: { readonly without?: string } = {}) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly DescribedParticipant[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const { isDoing, problem, setProblem, run } = useAction()
  const person = found.find(({ id }) => id === chosen)
  return {
    ...{ words, setWords, found, chosen, setChosen, isDoing, problem, setProblem, person },
    /** Looks for them, and calls back with the one where there is no other. */
    find: (onOnly?: (only: DescribedParticipant) => void) =>
      run(async () => {
        if (words.trim() === '') return setProblem('Type a code or the four words.')
        const everyone = await client.person.find({ workbook, words })
        const matches = everyone.filter(({ id }) => id !== without)
        const [only, another] = matches
        if (!only) setProblem('Nobody has this code or these words. Look at each letter once more.')
        setFound(matches)
        setChosen(null)
        if (only && !another) {
          setChosen(only.id)
          onOnly?.(only)
        }
      }),
  }
}

interface FindPersonProps {
  readonly finding: ReturnType<typeof useFindPerson>
  readonly description: string
  /** The name of the list of those who were found. */
  readonly label: string
  /** The fewest who are listed to choose from. */
  readonly listFrom: 1 | 2
  readonly onFind: () => void
}

const optionOf = (person: DescribedParticipant) => ({
  value: person.id,
  label: `${person.name}, ${person.group}`,
  hint: describedWords(person),
})

/** The box for a code or the four words, which Enter submits, and under it those who were found. */
export function FindPerson({ finding, description, label, listFrom, onFind }: FindPersonProps) {
  const { words, setWords, found, chosen, setChosen, problem } = finding
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFind()
  }
  return (
    <>
      <form onSubmit={submit} noValidate>
        <TextField
          label="Their four words, or their code"
          value={words}
          onChange={setWords}
          error={problem}
          autoComplete="off"
          description={description}
        />
      </form>
      {found.length >= listFrom && (
        <RadioGroup
          label={label}
          options={found.map(optionOf)}
          value={chosen}
          onChange={setChosen}
        />
      )}
    </>
  )
}
