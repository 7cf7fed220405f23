import { DeleteIcon } from '../icons.tsx'
import { Button, IconButton } from './button.tsx'
import styles from './pin-field.module.css'
import { TextField } from './text-field.tsx'

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const LONGEST = 8

interface PinFieldProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly error?: string | null
  readonly autoFocus?: boolean
  readonly onChange: (pin: string) => void
}

/** A field for a PIN, whose digits nobody beside reads along. */
export function PinField({ value, onChange, ...words }: PinFieldProps) {
  return (
    <TextField
      {...words}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={LONGEST}
      value={value}
      onChange={typed => onChange(typed.replace(/\D/g, ''))}
    />
  )
}

interface PinPadProps {
  readonly value: string
  readonly onChange: (pin: string) => void
}

/** Large keys for a PIN, as a laptop on a table may have no keyboard at hand. */
export function PinPad({ value, onChange }: PinPadProps) {
  const press = (digit: string) => {
    if (value.length < LONGEST) onChange(value + digit)
  }
  return (
    <fieldset className={styles.pad} aria-label="Digits">
      {DIGITS.map(digit => (
        <Button key={digit} size="large" onPress={() => press(digit)}>
          {digit}
        </Button>
      ))}
      <span />
      <Button size="large" onPress={() => press('0')}>
        0
      </Button>
      <span className={styles.delete}>
        <IconButton
          label="Delete the last digit"
          icon={<DeleteIcon size={24} />}
          onPress={() => onChange(value.slice(0, -1))}
        />
      </span>
    </fieldset>
  )
}
