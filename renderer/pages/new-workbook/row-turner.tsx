import { type FormEvent, useState } from 'react'
import { formatCount } from '../../format.ts'
import { Button } from '../../ui/button.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../ui/icons.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './row-turner.module.css'

interface RowTurnerProps {
  /** The first and last rows in sight; null while there are none. */
  readonly first: number | null
  readonly last: number | null
  readonly lastOfSheet: number
  readonly step: number
  readonly onTurn: (row: number) => void
}

/** Goes through the rows of the sheet, by so many or straight to one. */
export function RowTurner({ first, last, lastOfSheet, step, onTurn }: RowTurnerProps) {
  const [wanted, setWanted] = useState('')
  const go = (event: FormEvent) => {
    event.preventDefault()
    const row = Number(wanted)
    if (Number.isInteger(row) && row >= 1) onTurn(Math.min(row, lastOfSheet))
  }
  return (
    <div className={styles.turner}>
      <div className={styles.steps}>
        <Button
          icon={<ArrowLeftIcon />}
          isDisabled={first === null || first <= 1}
          onPress={() => onTurn((first ?? 1) - step)}
        >
          Rows before
        </Button>
        <Button
          trailingIcon={<ArrowRightIcon />}
          isDisabled={last === null || last >= lastOfSheet}
          onPress={() => onTurn((last ?? 0) + 1)}
        >
          Rows after
        </Button>
        {first !== null && last !== null && (
          <p className={styles.where} role="status">
            Rows {formatCount(first)} to {formatCount(last)} of {formatCount(lastOfSheet)}
          </p>
        )}
      </div>
      <form className={styles.jump} onSubmit={go} noValidate>
        <TextField label="Go to row" inputMode="numeric" value={wanted} onChange={setWanted} />
        <Button type="submit">Go</Button>
      </form>
    </div>
  )
}
