import { useState } from 'react'
import { laptopWords } from '../../../shared/messages/whole-study.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Dialog } from '../../ui/layout/dialog.tsx'

/** A laptop to be named, and the names of the plan that nobody has taken. */
interface Naming {
  readonly name: string | null
  readonly offered: readonly string[]
}

/** The choice of a name that is not in the plan. */
const ANOTHER = ' another'

interface NameDialogProps extends Naming {
  readonly onClose: () => void
}

/** Says which laptop this is: one of the plan, or by another name. */
export function NameLaptopDialog({ name, offered, onClose }: NameDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [chosen, setChosen] = useState<string>(offered.length === 0 ? ANOTHER : '')
  const [typed, setTyped] = useState(name ?? '')
  const { isDoing, problem, setProblem, run } = useAction()
  const save = () =>
    run(async () => {
      const wanted = (chosen === ANOTHER ? typed : chosen).trim()
      if (wanted === '') return setProblem('Choose which laptop this is, or type a name.')
      await client.study.nameLaptop({ workbook, name: wanted })
      onClose()
    })
  return (
    <Dialog
      title="Which laptop is this?"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={isDoing} onPress={save}>
            This is it
          </Button>
        </>
      }
    >
      {offered.length > 0 && (
        <RadioGroup
          label="Laptops that are expected"
          options={[
            ...offered.map(each => ({ value: each, label: each })),
            { value: ANOTHER, label: 'Another one' },
          ]}
          value={chosen === '' ? null : chosen}
          onChange={setChosen}
        />
      )}
      {chosen === ANOTHER && (
        <TextField
          label="Name of this laptop"
          description="As people call it. A label on its lid is best."
          maxLength={60}
          value={typed}
          onChange={setTyped}
        />
      )}
      <ProblemNotice heading="That was not saved" problem={problem} />
    </Dialog>
  )
}

/** The name of this laptop, with the names of the plan that are free; nothing before it is known. */
export function useNaming() {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.study + state.revision.workshops)
  const { answer } = useQuery(`${revision}`, () => client.study.naming({ workbook }))
  return answer.state === 'ready' ? answer.value : null
}

/** Names a laptop by its id, as people call it; by the end of the id where nobody named it. */
export function useLaptopNames(): (device: string) => string {
  const naming = useNaming()
  return device =>
    naming?.named.find(laptop => laptop.device === device)?.name ?? `laptop ${device.slice(-12)}`
}

/** Asks, on a laptop of a planned workshop that has no name yet, which one it is. */
export function NameLaptopNotice() {
  const naming = useNaming()
  const [isOpen, setIsOpen] = useState(false)
  if (naming === null || naming.laptop.name !== null || naming.offered.length === 0) return null
  return (
    <>
      <Notice
        tone="info"
        heading="Which laptop is this?"
        actions={<Button onPress={() => setIsOpen(true)}>Say which it is…</Button>}
      >
        <p>
          The team expects {naming.offered.length} laptops by name. So far this one is{' '}
          {laptopWords(naming.laptop)}.
        </p>
      </Notice>
      {isOpen && (
        <NameLaptopDialog name={null} offered={naming.offered} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}
