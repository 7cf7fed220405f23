import type { Wording } from '../../../shared/model/rating.ts'
import { Segments } from '../../ui/input/segments.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { useRating } from '../session/rating-context.tsx'

/** The wordings to read in, side by side; nothing where there is no other. */
export function WordingChoice({ shown }: { readonly shown: Wording }) {
  const choose = useRating(state => state.choose)
  const offered = useRating(state => state.wordings)
  const { wordings, rating } = useWords()
  if (offered.every(wording => wording === shown)) return null
  return (
    <Segments
      label={rating.words}
      options={offered.map(wording => ({ value: wording, label: wordings[wording].name }))}
      value={shown}
      onChoose={choose}
    />
  )
}
