import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { expect, it } from 'vitest'
import { projectPath } from '../../../build/project.ts'
import { ENGLISH } from '../../../shared/languages/english.ts'
import { spokenMessages } from '../../shared/languages/spoken-messages.ts'

/** The highest grade of a school that a sentence may ask for. */
const GRADE = 6

/** The grade of a school by Flesch and Kincaid (1975), of one sentence. */
const gradeOf = (sentence: string): number =>
  fleschKincaid({
    sentence: 1,
    word: sentence.trim().split(/\s+/).length,
    syllable: syllable(sentence),
  })

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.?!:])\s+/)
    .map(one => one.trim())
    .filter(one => one.split(' ').length >= 4)

/** Sentences of the participants' screens that are above the grade: a long word in a short sentence. */
const HARD_ON_SCREENS = [
  'The facilitator has closed this round.',
  'Please tell the facilitator.',
  'This is already collected today.',
  'If there is something else that we should know about children and families, write it here.',
  'Ask the facilitator to add one.',
]

/** Plain words of the built-in framework that are above the grade: they are the study's, and are reworded by it. */
const HARD_IN_FRAMEWORK = [
  'CTX-02 CTX-04 CTX-05 CTX-10 CTX-11 ORG-14 ORG-15 ORG-17 SUP-05 SUP-08',
  'VAL-02 INV-01 INV-04 INV-08 SAFE-02 SAFE-04 SAFE-10 SAFE-17 SAFE-20 HLTH-07',
  'HLTH-16 EDUC-01 EDUC-02 EDUC-03 EDUC-05 EDUC-06 EDUC-08 EDUC-15',
].flatMap(line => line.split(' '))

it('asks for no higher grade than six on the screens of participants', () => {
  const sentences = spokenMessages(ENGLISH)
    .map(({ text }) => text)
    .filter(text => /[.?!]$/.test(text))
    .flatMap(sentencesOf)
  expect(sentences.length).toBeGreaterThan(25)
  expect(sentences.filter(one => gradeOf(one) > GRADE)).toEqual(HARD_ON_SCREENS)
})

it('asks for no higher grade in the plain words of the built-in framework, but for some that are known', () => {
  const file = readFileSync(projectPath('engine/frameworks/example/draft-framework.csv'), 'utf8')
  const rows: readonly { readonly code: string; readonly easy_read: string }[] = parse(file, {
    columns: true,
    bom: true,
  })
  const grades = rows.map(({ code, easy_read: plain }) => ({ code, grade: gradeOf(plain) }))
  expect(grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length).toBeLessThan(GRADE)
  expect(grades.filter(({ grade }) => grade > GRADE).map(({ code }) => code)).toEqual(
    HARD_IN_FRAMEWORK,
  )
})
