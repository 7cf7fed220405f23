import { describe, expect, it } from 'vitest'
import type { Sheet, SpreadsheetReading } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { frameworkFromCheck } from '../../../../engine/frameworks/from-file.ts'
import { glossaryOfFile } from '../../../../engine/frameworks/glossary/read-glossary.ts'
import { checkReading } from '../../../../engine/frameworks/read/check-file.ts'
import {
  glossaryPlace,
  glossaryProblemMessage,
} from '../../../../shared/messages/glossary/glossary.ts'
import type { CheckChoices } from '../../../../shared/model/check.ts'
import type { GlossaryReading } from '../../../../shared/model/glossary/reading.ts'
import { GLOSSARY_LIMITS } from '../../../../shared/model/glossary/terms.ts'
import { sheetOf } from '../read/table.ts'

type Rows = readonly (readonly string[])[]

const FRAMEWORK: Rows = [
  ['Code', 'Section', 'Indicator'],
  ['A1', 'Need', 'Rate of children in need'],
  ['A2', 'Need', 'Children on a plan'],
]

const sheet = (name: string, rows: Rows, more: Partial<Sheet> = {}): Sheet => ({
  ...sheetOf(rows),
  name,
  ...more,
})

const reading = (...sheets: readonly Sheet[]): SpreadsheetReading => ({
  kind: 'sheets',
  format: 'workbook',
  sheets: [...sheets],
  unread: [],
})

/** The report on a framework with these sheets beside it. */
function reportOf(sheets: readonly Sheet[], choices: CheckChoices = {}) {
  const outcome = checkReading(reading(...sheets), 'draft.xlsx', choices)
  if ('refused' in outcome) throw new Error(outcome.refused.code)
  return outcome
}

/** The glossary of a file of its own with these rows. */
function glossaryOf(rows: Rows, name = 'words'): GlossaryReading {
  const found = glossaryOfFile(reading(sheet(name, rows)), 'words.xlsx')
  if ('refused' in found) throw new Error(found.refused.code)
  return found
}

const inShort = ({ terms }: Pick<GlossaryReading, 'terms'>) =>
  terms.map(({ term, forms, meaning }) => [term, forms.join('|'), meaning].join(' ~ '))

const wrongIn = ({ problems }: GlossaryReading) =>
  problems.map(problem => `${glossaryPlace(problem)}: ${glossaryProblemMessage(problem)}`)

describe('a glossary beside a framework', () => {
  it.each([
    ['Glossary', ['Term', 'Meaning']],
    ['Sheet2', ['Abbreviation', 'Definition']],
    ['Abbreviations', ['Acronym', 'Stands for']],
    ['Geirfa', ['Talfyriad', 'Ystyr']],
    ['Abkürzungen', ['Abkürzung', 'Bedeutung']],
  ])('is the sheet %s with the headings %s', (name, headings) => {
    const { glossary, issues } = reportOf([
      sheet('Indicators', FRAMEWORK),
      sheet(name, [['About our words'], headings, ['CIN', 'Child in need'], ['CLA', 'In care']]),
    ])
    expect(glossary?.sources).toEqual([{ sheet: name, column: null, terms: 2 }])
    expect(glossary && inShort(glossary)).toEqual(['CIN ~  ~ Child in need', 'CLA ~  ~ In care'])
    expect(issues).toEqual([])
  })

  it('is a sheet without headings if it is called a glossary, and no other one', () => {
    const rows = [
      ['CIN', 'Child in need'],
      ['CLA', 'Child looked after'],
    ]
    const beside = (name: string) =>
      reportOf([sheet('Indicators', FRAMEWORK), sheet(name, rows)]).glossary?.terms.length
    expect(beside('Glossary')).toBe(2)
    expect(beside('Contacts')).toBeUndefined()
    const hidden = sheet('Glossary', rows, { hidden: true })
    expect(reportOf([sheet('Indicators', FRAMEWORK), hidden]).glossary).toBeUndefined()
  })

  it('is a column of the framework that is called one, of which no warning is left', () => {
    const rows = FRAMEWORK.map((row, place) => [
      ...row,
      ['Glossary', 'CIN: child in need; CPP = child protection plan', 'CPP: Child protection plan'][
        place
      ] ?? '',
    ])
    const report = reportOf([sheet('Indicators', rows)])
    expect(report.glossary?.sources).toEqual([{ sheet: 'Indicators', column: 'D', terms: 2 }])
    expect(report.glossary && inShort(report.glossary)).toEqual([
      'CIN ~  ~ child in need',
      'CPP ~  ~ child protection plan',
    ])
    expect(report.issues).toEqual([])
    const without = rows.map(row => row.with(3, row[3] === 'Glossary' ? 'Glossary' : 'CIN'))
    const unexplained = reportOf([sheet('Indicators', without)])
    expect(unexplained.glossary).toBeUndefined()
    expect(unexplained.issues.map(({ code }) => code)).toEqual(['unmapped-column'])
  })

  it('is loaded with the framework unless somebody leaves it out', () => {
    const sheets = [
      sheet('Indicators', FRAMEWORK),
      sheet('Glossary', [
        ['Term', 'Meaning'],
        ['CIN', 'Child in need'],
      ]),
    ]
    expect(frameworkFromCheck(reportOf(sheets)).glossary).toHaveLength(1)
    const report = reportOf(sheets, { glossary: 'left-out' })
    expect(report.glossary).toMatchObject({ isLeftOut: true, terms: [{ term: 'CIN' }] })
    expect(frameworkFromCheck(report)).not.toHaveProperty('glossary')
  })
})

describe('the terms of a glossary', () => {
  it('have other forms, in a column, in brackets, behind a stroke, and in full', () => {
    const found = glossaryOf([
      ['Term', 'In full', 'Other forms', 'Meaning', 'Plain English'],
      [
        'Child in need (CIN)',
        '',
        'children in need',
        'A child who needs help',
        'A child with help',
      ],
      ['EHC plan / EHCP', 'Education, health and care plan', '', 'A plan', ''],
      ['census (yearly)', '', '', 'A count', ''],
    ])
    expect(inShort(found)).toEqual([
      'Child in need ~ CIN|children in need ~ A child who needs help',
      'EHC plan ~ EHCP|Education, health and care plan ~ A plan',
      'census (yearly) ~  ~ A count',
    ])
    expect(found.terms.map(({ plain }) => plain)).toEqual(['A child with help', '', ''])
  })

  it('are told from what is wrong, each with its sheet and cell', () => {
    const found = glossaryOf([
      ['Term', 'Meaning'],
      ['A'],
      ['CIN', 'Child in need'],
      ['cin', 'A Welsh dog'],
      ['CIN', 'Computers in numbers'],
      ['CIN', 'child in  need.'],
      ['LAC'],
      ['', 'nobody knows of what'],
      ['x'.repeat(GLOSSARY_LIMITS.term + 1), 'long'],
      ['long', 'y'.repeat(GLOSSARY_LIMITS.meaning + 1)],
    ])
    expect(inShort(found)).toEqual(['CIN ~  ~ Child in need', 'cin ~  ~ A Welsh dog'])
    expect(wrongIn(found).map(words => words.replace(/x{4,}/, 'x...'))).toEqual([
      'words, A5: “CIN” has another meaning in A3, which is the one that is taken.',
      'words, A7: “LAC” has no meaning, so it is left out.',
      'words, B8: A meaning stands here without a term, so it is left out.',
      'words, A9: “x......” is longer than a term may be, 100 letters, so it is left out.',
      'words, A10: The meaning of “long” is longer than 2,000 letters, so it is left out.',
    ])
  })

  it('are at most so many', () => {
    const many = Array.from({ length: GLOSSARY_LIMITS.terms + 2 }, (_, n) => [
      `T${n}T`,
      `Word ${n}`,
    ])
    const found = glossaryOf([['Term', 'Meaning'], ...many])
    expect(found.terms).toHaveLength(GLOSSARY_LIMITS.terms)
    expect(wrongIn(found)).toEqual([
      'words, A1002: A glossary may have 1,000 terms and 300,000 letters; those from here on are left out.',
    ])
    const long = many.slice(0, 200).map(([term = '']) => [term, `${term} ${'y'.repeat(1_900)}`])
    const kept = glossaryOf([['Term', 'Meaning'], ...long])
    expect(kept.terms.length).toBeLessThan(long.length)
    expect(JSON.stringify(kept.terms).length).toBeLessThan(GLOSSARY_LIMITS.letters)
    expect(kept.problems.map(({ code }) => code)).toEqual(['too-many'])
  })
})
