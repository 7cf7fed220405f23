import { type FormEvent, useState } from 'react'
import { isEasyPin, newPin, type Proof } from '../../../shared/model/lock.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { PinField } from '../../ui/input/pin-field.tsx'
import { Stack } from '../../ui/layout/stack.tsx'

interface PinDraft {
  readonly current: string
  readonly pin: string
  readonly again: string
}

type PinErrors = Partial<Record<keyof PinDraft, string>>

const EMPTY: PinDraft = { current: '', pin: '', again: '' }

function errorsOf({ current, pin, again }: PinDraft, hasPin: boolean): PinErrors {
  if (hasPin && current === '') return { current: 'Type the PIN that this laptop has now.' }
  if (pin.length < 4) return { pin: 'Choose 4 to 8 digits.' }
  if (isEasyPin(pin)) {
    return {
      pin: 'Choose digits that are not all the same and not in a row: those are tried first.',
    }
  }
  return pin === again ? {} : { again: 'These are other digits than above. Type the same twice.' }
}

interface SetPinProps {
  /** True where another one is changed, which asks for it first. */
  readonly hasPin: boolean
  /** Called with the words that open the lock without the PIN, to be shown once. */
  readonly onSet: (words: string) => void
}

/** Has a facilitator choose a PIN, typed twice as nobody sees the digits. */
export function SetPin({ hasPin, onSet }: SetPinProps) {
  const client = useClient()
  const [draft, setDraft] = useState(EMPTY)
  const [errors, setErrors] = useState<PinErrors>({})
  const { isDoing, problem, run } = useAction()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = errorsOf(draft, hasPin)
    setErrors(found)
    if (Object.keys(found).length > 0 || !newPin.safeParse(draft.pin).success) return
    const proof: Proof = { pin: draft.current }
    run(async () => {
      const { pin } = draft
      const set = hasPin ? client.lock.changePin({ proof, pin }) : client.lock.setPin({ pin })
      onSet((await set).words)
    })
  }
  const field = (name: keyof PinDraft) => ({
    value: draft[name],
    error: errors[name] ?? null,
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  return (
    // The browser would hold back a second try for as long as the field has the first one's problem.
    <form onSubmit={submit} noValidate>
      <Stack gap={4} align="start">
        {hasPin && <PinField label="Present PIN" {...field('current')} />}
        <PinField
          label={hasPin ? 'New PIN' : 'PIN'}
          description="4 to 8 digits."
          {...field('pin')}
        />
        <PinField label="The same PIN again" {...field('again')} />
        <ProblemNotice heading="The PIN was not set" problem={problem} />
        <Button type="submit" variant="primary" isPending={isDoing}>
          {hasPin ? 'Change the PIN' : 'Set the PIN'}
        </Button>
      </Stack>
    </form>
  )
}
