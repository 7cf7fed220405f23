import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadGlossary } from '../../../engine/frameworks/glossary/keep-glossary.ts'
import type { SheetStyle } from '../../../shared/model/paper.ts'
import { sampleWorkbook, sampleWorkshop } from '../../helpers/sample-workbook.ts'
import { printed } from './sheets-on-paper.ts'

const LONG = Array.from({ length: 330 }, (_, at) => `word${at}`).join(' ')

const GLOSSARY = [
  {
    term: 'CIN',
    forms: ['child in need'],
    meaning: 'A child under section 17',
    plain: 'Who needs help',
  },
  { term: 'referral', forms: [], meaning: LONG, plain: '' },
  { term: 'census', forms: [], meaning: 'A count of everybody', plain: '' },
]

const TITLES: Readonly<Record<string, string>> = {
  A1: 'Children in need who are CIN & known',
  B1: 'Referrals',
}

/** Prints the sheet of one person, and reads its pages; `sections` as for a printing. */
async function pagesOf(style: SheetStyle, sections?: string[]): Promise<readonly string[]> {
  const workbook = sampleWorkbook(['A1', 'A2', 'B1'], code => ({
    ...{ title: TITLES[code] ?? `Indicator ${code}`, section: [code.slice(0, 1)] },
  }))
  loadGlossary(workbook, { terms: GLOSSARY, fileName: 'words.csv' })
  const { path } = await printed(workbook, {
    ...{ workshop: sampleWorkshop(workbook), style, for: { group: 'ADCS', people: 1 } },
    ...(sections && { sections }),
  })
  return readFileSync(path, 'utf8').split('<section class="page">').slice(1)
}

const termsOf = (pages: readonly string[]): readonly string[] =>
  pages.flatMap(page =>
    [...page.matchAll(/<p class="term"[^>]*>(.*?)<\/p>/g)].map(([, text]) => text ?? ''),
  )

it('a sheet ends with the words on it that the framework explains, in its own wording', async () => {
  const plain = await pagesOf('plain', ['A'])
  expect(termsOf(plain)).toEqual(['<strong>CIN, child in need</strong> A child under section 17'])
  const page = plain.at(-1) ?? ''
  expect(page.indexOf('What some words mean')).toBeGreaterThan(page.indexOf('class="more"'))
  expect(termsOf(await pagesOf('easy', ['A']))).toEqual([
    '<strong>CIN, child in need</strong> Who needs help',
  ])
})

it('a meaning that is too long for a page goes on upon the next, which has its number and code', async () => {
  const pages = await pagesOf('large')
  const [, ...meaning] = termsOf(pages)
  expect(meaning.join(' ')).toBe(`<strong>referral</strong> ${LONG}`)
  expect(pages.filter(page => page.includes('class="term"')).length).toBeGreaterThan(1)
  expect(pages.map(page => /Page \d+ of \d+/.exec(page)?.[0])).toEqual(
    pages.map((_, at) => `Page ${at + 1} of ${pages.length}`),
  )
  expect(pages.every(page => page.includes('class="qr"'))).toBe(true)
})
