import { DATA_TYPES, STATUSES } from '../../../shared/model/vocabulary.ts'
import { counted } from '../../format.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import type { FrameworkFilter } from './filter.ts'
import styles from './filter-bar.module.css'
import { DATA_TYPE_NAMES, STATUS_NAMES } from './words.ts'

interface FilterBarProps {
  readonly filter: FrameworkFilter
  readonly onChange: (filter: FrameworkFilter) => void
  readonly shown: number
  readonly total: number
}

const ANY = 'any'

const DATA_TYPE_OPTIONS = [
  { value: ANY, label: 'Any data type' },
  ...DATA_TYPES.map(value => ({ value, label: DATA_TYPE_NAMES[value] })),
] as const

const STATUS_OPTIONS = [
  { value: ANY, label: 'Any status' },
  ...STATUSES.map(value => ({ value, label: STATUS_NAMES[value] })),
] as const

/** Narrows the framework down: by words, data type and status. */
export function FilterBar({ filter, onChange, shown, total }: FilterBarProps) {
  return (
    <search className={styles.bar}>
      <div className={styles.search}>
        <SearchField
          label="Search the indicators"
          value={filter.search}
          onChange={search => onChange({ ...filter, search })}
        />
      </div>
      <Select
        label="Data type"
        options={DATA_TYPE_OPTIONS}
        value={filter.dataType}
        onChange={dataType => onChange({ ...filter, dataType })}
      />
      <Select
        label="Status"
        options={STATUS_OPTIONS}
        value={filter.status}
        onChange={status => onChange({ ...filter, status })}
      />
      <p className={styles.count} role="status">
        {shown === total
          ? `All ${counted(total, 'indicator', 'indicators')}`
          : `${shown} of ${counted(total, 'indicator', 'indicators')}`}
      </p>
    </search>
  )
}
