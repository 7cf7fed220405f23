import { useLine } from '../stores/services.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './line-notice.module.css'

/** Says so while the engine cannot be reached; it shows after a moment, as most gaps are shorter. */
export function LineNotice() {
  const line = useLine()
  if (line !== 'lost') return null
  return (
    <div className={styles.late}>
      <Notice tone="caution" heading="Not connected just now" announce>
        <p>
          The program behind this page is not answering; it is being tried again by itself. What was
          marked as saved is safe. If this stays, close Framework Workbook and start it again.
        </p>
      </Notice>
    </div>
  )
}
