import { useState } from 'react'
import { counted } from '../../../shared/messages/figures.ts'
import { laptopFinder, laptopWords } from '../../../shared/messages/whole-study.ts'
import type { Naming } from '../../../shared/model/whole-study.ts'
import { useClient } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { FormDialog } from '../../ui/layout/form-dialog.tsx'

/** The choice of a name that is not in the plan. */
const ANOTHER = ' another'

interface NameDialogProps {
  readonly naming: Naming
  readonly onClose: () => void
}

/** Says which laptop this is: one of the plan, or by another name. */
export function NameLaptopDialog({ naming: { laptop, offered }, onClose }: NameDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [chosen, setChosen] = useState<string>(offered.length === 0 ? ANOTHER : '')
  const [typed, setTyped] = useState(laptop.name ?? '')
  const { isDoing, problem, setProblem, run } = useAction()
  const save = () => {
    run(async () => {
      const wanted = (chosen === ANOTHER ? typed : chosen).trim()
      if (wanted === '') return setProblem('Choose which laptop this is, or type a name.')
      await client.study.nameLaptop({ workbook, name: wanted })
      onClose()
    })
  }
  return (
    <FormDialog
      title="Which laptop is this?"
      submit="This is it"
      isDoing={isDoing}
      onSubmit={save}
      onClose={onClose}
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
    </FormDialog>
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

/** Names a laptop by its id, as people call it; by its syllable where nobody named it. */
export function useLaptopNames(): (device: string) => string {
  return laptopFinder(useNaming()?.laptops ?? [])
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
          The team expects {counted(naming.offered.length, 'laptop', 'laptops')} by name. So far
          this one is {laptopWords(naming.laptop)}.
        </p>
      </Notice>
      {isOpen && <NameLaptopDialog naming={naming} onClose={() => setIsOpen(false)} />}
    </>
  )
}
