import { useMemo } from 'react'
import { levelsIn } from '../../../shared/messages/wordings.ts'
import type { Wording } from '../../../shared/model/rating.ts'
import { type Level, scaleOf } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { useWords } from '../../ui/language/language-context.tsx'
import { useRating } from '../session/rating-context.tsx'

/** The levels of a criterion as they are on screen: in a wording, in the language of the page. */
export function useLevels(criterion: Criterion, wording: Wording): readonly Level[] {
  const { scales, plainLevel } = useWords()
  const scale = useRating(state => state.scale)
  return useMemo(
    () => levelsIn(wording, scaleOf(scale, scales).levels[criterion], plainLevel),
    [wording, scale, scales, criterion, plainLevel],
  )
}
