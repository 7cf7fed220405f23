import type { Conflict } from '../../../shared/model/conflict.ts'
import { Select } from '../../ui/input/choice.tsx'
import styles from './conflicts-page.module.css'
import { CAUSE_WORDS, CAUSES, type ConflictFilter, causeOf, personWords } from './groups.ts'

interface ConflictFiltersProps {
  readonly open: readonly Conflict[]
  readonly filter: ConflictFilter
  /** True to leave out what tells laptops. */
  readonly isBlind: boolean
  readonly nameOf: (device: string) => string
  readonly onChange: (filter: ConflictFilter) => void
}

interface Choice {
  readonly value: string
  readonly label: string
}

const ALL = ''

/** The different values, each once, in the order of their labels. */
const once = (choices: readonly Choice[]): readonly Choice[] =>
  [...new Map(choices.map(each => [each.value, each])).values()].toSorted((one, other) =>
    one.label.localeCompare(other.label),
  )

/** Narrows the conflicts down: by cause, workshop, laptop, person and indicator. */
export function ConflictFilters(props: ConflictFiltersProps) {
  const { open, filter, isBlind, nameOf, onChange } = props
  const sides = open.flatMap(conflict => conflict.sides)
  const lists: readonly (readonly [keyof ConflictFilter, string, readonly Choice[]])[] = [
    [
      'cause',
      'Cause',
      CAUSES.filter(cause => open.some(one => causeOf(one) === cause)).map(cause => ({
        value: cause,
        label: CAUSE_WORDS[cause],
      })),
    ],
    [
      'workshop',
      'Workshop',
      once(sides.map(({ workshop }) => ({ value: workshop, label: workshop }))),
    ],
    [
      'laptop',
      'Laptop',
      once(sides.map(({ device }) => ({ value: device, label: nameOf(device) }))),
    ],
    [
      'person',
      'Person',
      once(
        open.map(conflict => ({
          value: conflict.participant,
          label: personWords(conflict, isBlind),
        })),
      ),
    ],
    ['indicator', 'Indicator', once(open.map(({ code }) => ({ value: code, label: code })))],
  ]
  return (
    <div className={styles.filters}>
      {lists
        .filter(([name, , choices]) => choices.length > 1 && !(isBlind && name === 'laptop'))
        .map(([name, label, choices]) => (
          <Select
            key={name}
            label={label}
            options={[{ value: ALL, label: 'All' }, ...choices]}
            value={filter[name] ?? ALL}
            onChange={value => onChange({ ...filter, [name]: value === ALL ? null : value })}
          />
        ))}
    </div>
  )
}
