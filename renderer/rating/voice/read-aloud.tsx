import type { Words } from '../../../shared/languages/english.ts'
import { SpeakIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import styles from './read-aloud.module.css'
import { useReadAloud } from './reader-context.tsx'

/** The words on what reads aloud, or says why nothing does. */
export const readWords = (
  words: Words['readAloud'],
  { hasVoice, isReading }: { readonly hasVoice: boolean; readonly isReading: boolean },
): string => {
  if (!hasVoice) return words.noVoice
  return isReading ? words.stop : words.start
}

/** A button that has the system's voice read the question, and be silent again; where there is none, it is said. */
export function ReadAloud() {
  const { readAloud } = useWords()
  const { hasVoice, isReading, toggle } = useReadAloud()
  if (!hasVoice)
    return <p className={styles.none}>{readWords(readAloud, { hasVoice, isReading })}</p>
  return (
    <Button variant="quiet" icon={<SpeakIcon />} onPress={toggle}>
      {readWords(readAloud, { hasVoice, isReading })}
    </Button>
  )
}
