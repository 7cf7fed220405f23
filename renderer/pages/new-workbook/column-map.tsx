import { FIELD_NAMES } from '../../../shared/messages/check.ts'
import { type CheckReport, FRAMEWORK_FIELDS } from '../../../shared/model/check.ts'
import styles from './column-map.module.css'

interface ColumnMapProps {
  readonly columns: CheckReport['columns']
}

/** Which column of the spreadsheet was taken for what. */
export function ColumnMap({ columns }: ColumnMapProps) {
  return (
    <dl className={styles.map}>
      {FRAMEWORK_FIELDS.map(field => (
        <div key={field} className={styles.pair}>
          <dt className={styles.field}>{FIELD_NAMES[field]}</dt>
          <dd>
            {columns[field] === undefined ? (
              <span className={styles.none}>Not in the file</span>
            ) : (
              `Column ${columns[field]}`
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
