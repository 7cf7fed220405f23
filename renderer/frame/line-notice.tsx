import { useEffect, useState } from 'react'
import { useLine } from '../stores/services.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './line-notice.module.css'

/** How long a gap must last before it is worth a word; an engine that restarts is quicker. */
const GRACE_MS = 1500

function useLostForLong(): boolean {
  const isLost = useLine() === 'lost'
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isLost) return
    const timer = setTimeout(() => setIsLong(true), GRACE_MS)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isLost])
  return isLong
}

/** Says so while the engine cannot be reached. */
export function LineNotice() {
  if (!useLostForLong()) return null
  return (
    <div className={styles.notice}>
      <Notice tone="caution" heading="Not connected just now" announce>
        <p>
          The program behind this page is not answering; it is being tried again by itself. What was
          marked as saved is safe. If this stays, close Framework Workbook and start it again.
        </p>
      </Notice>
    </div>
  )
}
