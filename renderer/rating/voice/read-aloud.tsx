import { SpeakIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import styles from './read-aloud.module.css'
import { useReadAloud } from './reader-context.tsx'

/** The words on what reads aloud, or says why nothing does. */
export const readWords = (hasVoice: boolean, isReading: boolean): string => {
  if (!hasVoice) return 'No voice to read aloud'
  return isReading ? 'Stop reading' : 'Read aloud'
}

/** A button that has the system's voice read the question, and be silent again; where there is none, it is said. */
export function ReadAloud() {
  const { hasVoice, isReading, toggle } = useReadAloud()
  if (!hasVoice) return <p className={styles.none}>{readWords(hasVoice, isReading)}</p>
  return (
    <Button variant="quiet" icon={<SpeakIcon />} onPress={toggle}>
      {readWords(hasVoice, isReading)}
    </Button>
  )
}
