import { useState } from 'react'
import type { RatingProblem, RatingsChoices } from '../../../shared/model/data-entry.ts'
import { RadioGroup } from '../../ui/input/choice.tsx'
import { TextField } from '../../ui/input/text-field.tsx'

const FATES = [
  { value: 'leave', label: 'Leave them out' },
  { value: 'keep', label: 'Read them like any other' },
] as const

type Fate = NonNullable<RatingsChoices['hiddenRows']>

interface HiddenProps {
  readonly problems: readonly Pick<RatingProblem, 'code'>[]
  readonly fate: Fate | undefined
  readonly onChange: (fate: Fate) => void
}

/** Asks what becomes of rows and columns that are hidden or struck out, where the file has some. */
export function Hidden({ problems, fate, onChange }: HiddenProps) {
  const isAsked = problems.some(({ code }) => code.startsWith('doubtful'))
  if (!isAsked && fate === undefined) return null
  return (
    <RadioGroup
      label="Some rows or columns are hidden or struck out in the spreadsheet"
      options={FATES}
      value={fate ?? null}
      onChange={onChange}
      layout="row"
    />
  )
}

interface SaidOnceProps {
  readonly label: string
  readonly value: string
  readonly onSay: (text: string) => void
}

/** A text for all rows; it counts once the field is left, or by Enter. */
export function SaidOnce({ label, value, onSay }: SaidOnceProps) {
  const [typed, setTyped] = useState(value)
  const say = () => {
    if (typed.trim() !== value) onSay(typed)
  }
  return (
    <TextField
      label={label}
      value={typed}
      onChange={setTyped}
      onBlur={say}
      onKeyDown={press => {
        if (press.key === 'Enter') say()
      }}
      maxLength={200}
      autoComplete="off"
    />
  )
}
