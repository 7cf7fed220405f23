import { LANGUAGE_CODES, LANGUAGES } from '../../../shared/languages/languages.ts'
import { Segments } from '../../ui/input/segments.tsx'
import { useWords } from '../../ui/language/language-context.tsx'
import { useChoices, useRatingSessions } from '../session/rating-context.tsx'

/** The languages to read in, each called in itself. */
export function LanguageChoice() {
  const { choices } = useRatingSessions()
  const { language } = useChoices()
  const { controls } = useWords()
  return (
    <Segments
      label={controls.language}
      options={LANGUAGE_CODES.map(code => ({
        value: code,
        label: LANGUAGES[code].name,
        lang: LANGUAGES[code].tag,
      }))}
      value={language}
      onChoose={code => choices.setState({ language: code })}
    />
  )
}
