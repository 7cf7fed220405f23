import { expect, it } from 'vitest'
import { ENGLISH } from '../../../shared/languages/english.ts'
import { WELSH } from '../../../shared/languages/welsh/welsh.ts'
import { spokenMessages } from './spoken-messages.ts'

const english = spokenMessages(ENGLISH)

const digitsIn = (text: string) => (text.match(/\d+/g) ?? []).toSorted()

for (const [language, { words }] of Object.entries({ WELSH })) {
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
