import {
  picturePlaceName,
  pictureProblemMessage,
} from '../../../../shared/messages/pictures/pictures.ts'
import type { PictureProblem } from '../../../../shared/model/pictures/pictures.ts'
import { Paged } from '../../../ui/layout/paged.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'

const PER_PAGE = 25

interface PictureProblemsProps {
  readonly problems: readonly PictureProblem[]
  /** Sentences about files that could not be taken at all. */
  readonly refused?: readonly string[]
}

/** The problems of pictures, each with its file or cell; nothing where all is well. */
export function PictureProblems({ problems, refused = [] }: PictureProblemsProps) {
  const all = [
    ...refused.map(sentence => ({ place: '', sentence })),
    ...problems.map(problem => ({
      place: picturePlaceName(problem.place),
      sentence: pictureProblemMessage(problem),
    })),
  ]
  if (all.length === 0) return null
  return (
    <Paged what="problems" items={all} perPage={PER_PAGE}>
      {shown => (
        <Stack as="ul" gap={2}>
          {shown.map(({ place, sentence }) => (
            <li key={`${place} ${sentence}`}>
              <strong dir="auto">{place}</strong> {sentence}
            </li>
          ))}
        </Stack>
      )}
    </Paged>
  )
}
