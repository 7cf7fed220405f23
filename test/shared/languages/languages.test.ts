import { expect, it } from 'vitest'
import { ENGLISH } from '../../../shared/languages/english.ts'
import { FILES_IN_ENGLISH } from '../../../shared/languages/file-words.ts'
import { SHEETS_IN_ENGLISH } from '../../../shared/languages/sheet-words.ts'
import { FEEDBACK as WELSH_FEEDBACK } from '../../../shared/languages/welsh/feedback.ts'
import { FILES as WELSH_FILES } from '../../../shared/languages/welsh/files.ts'
import { SHEETS as WELSH_SHEETS } from '../../../shared/languages/welsh/sheets.ts'
import { WELSH } from '../../../shared/languages/welsh/welsh.ts'
import { FEEDBACK } from '../../../shared/messages/feedback.ts'
import { spokenMessages } from './spoken-messages.ts'

const english = spokenMessages({
  ...ENGLISH,
  feedback: FEEDBACK,
  sheets: SHEETS_IN_ENGLISH,
  files: FILES_IN_ENGLISH,
})

const digitsIn = (text: string) => (text.match(/\d+/g) ?? []).toSorted()

const languages = {
  WELSH: { ...WELSH.words, feedback: WELSH_FEEDBACK, sheets: WELSH_SHEETS, files: WELSH_FILES },
}

for (const [language, words] of Object.entries(languages)) {
  const said = spokenMessages(words)

  it(`says in ${language} whatever is said in English, each level of each scale too`, () => {
    expect(said.map(({ name }) => name)).toEqual(english.map(({ name }) => name))
    expect(said.filter(({ text }) => text.trim() === '')).toEqual([])
  })

  it(`leaves out in ${language} no number, name or reason that the English says`, () => {
    const short = english.filter(
      ({ text }, at) => digitsIn(text).join() !== digitsIn(said[at]?.text ?? '').join(),
    )
    expect(short).toEqual([])
    expect(words.welcome.savedUnder('KUB-07')).toContain('KUB-07')
    expect(words.rating.notSaved('refused', 'Disk is locked.')).toContain('Disk is locked.')
  })

  it(`tells the levels of each scale apart in ${language}, in plain words too`, () => {
    for (const scale of Object.values(words.scales)) {
      for (const labels of Object.values(scale)) {
        expect(new Set(labels).size).toBe(labels.length)
        expect(new Set(labels.map(words.plainLevel)).size).toBe(labels.length)
      }
    }
  })
}

/** The word for an indicator, in each form that it has. */
const INDICATOR = { ENGLISH: /indicator/i, WELSH: /[dn]angosydd/i }

for (const [language, words] of Object.entries({ ENGLISH, WELSH: WELSH.words })) {
  it(`says question, and nowhere indicator, in ${language} to people who read plain words or easy read`, () => {
    const isOfTitles = (name: string) => name.startsWith('around.title.')
    const said = spokenMessages(words)
    const hard = said.filter(({ text }) => INDICATOR[language as keyof typeof INDICATOR].test(text))
    expect(hard.filter(({ name }) => !isOfTitles(name))).toEqual([])
    expect(hard.filter(({ name }) => isOfTitles(name)).length).toBeGreaterThan(3)
  })
}
