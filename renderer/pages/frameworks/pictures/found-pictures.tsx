import { counted } from '../../../../shared/messages/figures.ts'
import { picturesFound } from '../../../../shared/messages/pictures/pictures.ts'
import type { CheckReport } from '../../../../shared/model/check.ts'
import { Stack } from '../../../ui/layout/stack.tsx'
import { PictureProblems } from './picture-problems.tsx'
import styles from './pictures-section.module.css'

/** The pictures that the rows of a framework's file hold or name; nothing where it has none. */
export function FoundPictures({
  pictures = [],
  placedPictures,
}: Pick<CheckReport, 'pictures' | 'placedPictures'>) {
  if (pictures.length === 0) return null
  const named = pictures.filter(({ name }) => name !== null).length
  return (
    <Stack as="section" gap={3} aria-labelledby="found-pictures">
      <h2 id="found-pictures">Pictures</h2>
      {placedPictures && (
        <>
          <p className={styles.about}>
            {picturesFound(placedPictures)}. Easy read shows them beside the words.
          </p>
          <PictureProblems problems={placedPictures.problems} />
        </>
      )}
      {named > 0 && (
        <p className={styles.about}>
          The rows name {counted(named, 'picture', 'pictures')}. Once the framework is loaded, load
          them on its page, and choose this file with them.
        </p>
      )}
    </Stack>
  )
}
