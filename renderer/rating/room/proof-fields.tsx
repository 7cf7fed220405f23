import { PinField, PinPad } from '../../ui/input/pin-field.tsx'
import { TextField } from '../../ui/input/text-field.tsx'

interface ProofFieldsProps {
  readonly isByWords: boolean
  readonly typed: string
  readonly onChange: (typed: string) => void
}

/** The fields in which a facilitator proves who they are: the PIN, or the words where it was forgotten. */
export function ProofFields({ isByWords, typed, onChange }: ProofFieldsProps) {
  if (isByWords) {
    return (
      <TextField
        label="The six words"
        description="They were shown when the PIN was set."
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={onChange}
      />
    )
  }
  return (
    <>
      <PinField label="PIN" autoFocus value={typed} onChange={onChange} />
      <PinPad value={typed} onChange={onChange} />
    </>
  )
}
