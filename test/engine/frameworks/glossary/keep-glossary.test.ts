import { describe, expect, it } from 'vitest'
import { withExportMaterial } from '../../../../engine/exports/material/material.ts'
import { glossaryTables } from '../../../../engine/exports/tables/glossary-table.ts'
import {
  currentGlossary,
  loadGlossary,
  NO_GLOSSARY,
} from '../../../../engine/frameworks/glossary/keep-glossary.ts'
import {
  currentFramework,
  currentVersion,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { loadVersion } from '../../../../engine/frameworks/versions/load-version.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { GlossaryTerm } from '../../../../shared/model/glossary/terms.ts'
import { program, sampleWorkbook } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../../packages/laptops.ts'

const CIN: GlossaryTerm = { term: 'CIN', forms: [], meaning: 'Child in need', plain: '' }
const CPP: GlossaryTerm = {
  term: 'CPP',
  forms: ['child protection plan', 'CP plan'],
  meaning: 'A plan to keep a child safe',
  plain: 'A plan for a safe child',
}

const load = (workbook: Workbook, ...terms: readonly GlossaryTerm[]) =>
  loadGlossary(workbook, { terms, fileName: 'words.csv' })

const termsOf = ({ store }: Workbook) => currentGlossary(store)?.terms ?? null

describe('the glossary of a workbook', () => {
  it('is none until one is loaded, stands once, and can be taken away', () => {
    const workbook = sampleWorkbook()
    const framework = currentVersion(workbook.store).hash
    expect(termsOf(workbook)).toBeNull()
    expect(loadGlossary(workbook, NO_GLOSSARY).isNew).toBe(false)
    expect(load(workbook, CIN)).toEqual({ framework, isNew: true })
    expect(load(workbook, CIN).isNew).toBe(false)
    expect(load(workbook, CIN, CPP).isNew).toBe(true)
    expect(termsOf(workbook)).toEqual([CIN, CPP])
    expect(loadGlossary(workbook, NO_GLOSSARY).isNew).toBe(true)
    expect(termsOf(workbook)).toBeNull()
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('comes with a framework version, and stays where a later one brings none', () => {
    const workbook = sampleWorkbook()
    const { indicators } = currentFramework(workbook.store)
    const loadNext = (title: string, glossary?: readonly GlossaryTerm[]) =>
      loadVersion(workbook, {
        framework: {
          ...{ title: 'Next', origin: 'file', fileName: 'next.xlsx' },
          indicators: indicators.map(({ id: _, ...text }) => ({ ...text, rationale: title })),
          ...(glossary && { glossary }),
        },
        decisions: [],
        against: currentVersion(workbook.store).hash,
      })
    expect(loadNext('First', [CIN])).toMatchObject({ isNew: true, terms: 1 })
    expect(loadNext('Second')).not.toHaveProperty('terms')
    expect(termsOf(workbook)).toEqual([CIN])
    expect(loadNext('Second', [CIN, CPP])).toMatchObject({ isNew: false, terms: 2 })
    expect(loadNext('Third', [CIN, CPP])).not.toHaveProperty('terms')
    expect(termsOf(workbook)).toEqual([CIN, CPP])
  })

  it('goes to other laptops with the set-up, and the one that was loaded last stands on all', async () => {
    const [one, other] = [laptop(), laptop()]
    load(other, CIN)
    load(one, CIN, CPP)
    await merge(other, [await packageOf(one, { setup: true })])
    expect(termsOf(other)).toEqual([CIN, CPP])
    load(other, CPP)
    await merge(one, [await packageOf(other, { setup: true })])
    expect(termsOf(one)).toEqual([CPP])
    expect(verifyWorkbook(one.store.file, program).ok).toBe(true)
  })

  it('is a table for programs where there is one', async () => {
    const workbook = sampleWorkbook()
    const tables = () =>
      withExportMaterial(workbook, { round: 1 }, async material =>
        glossaryTables(material).map(({ name, rows }) => [name, [...rows()]]),
      )
    expect(await tables()).toEqual([])
    load(workbook, CPP)
    expect(await tables()).toEqual([
      ['glossary', [['CPP', 'child protection plan; CP plan', CPP.meaning, CPP.plain]]],
    ])
  })
})
