import { describe, expect, it } from 'vitest'
import {
  hashFramework,
  hashVersion,
  indicatorId,
  laterIndicatorId,
} from '../../../../engine/frameworks/versions/hash.ts'
import { frameworkHash, type IndicatorText } from '../../../../shared/model/framework.ts'
import { id } from '../../../../shared/model/vocabulary.ts'

/** The hashes below are of these very words: a workbook in use depends on them. */
const one: IndicatorText = {
  code: 'A1',
  title: 'Children who feel safe',
  section: ['A. Safety', 'A1. At home'],
  outcome: 'Children are safe.',
  definition: 'Of all children asked, the share who say so.',
  dataType: 'user feedback',
  status: 'new',
  source: 'LA survey',
  unit: '%',
  population: 'CIN',
  easyRead: 'How many children say they feel safe?',
  rationale: 'They should. \u00a3 \u{1F642}',
  notes: '',
}
const two: IndicatorText = { ...one, code: 'A2', dataType: null, status: null }

describe('the hash of a framework', () => {
  it('never changes from one version of the program to the next', () => {
    expect(hashFramework([one, two])).toBe(
      '8596b6615290e8b60e9eca7b1ce7f44af8d158ee27c9ea859e5d4ecc95af6984',
    )
    expect(frameworkHash.safeParse(hashFramework([one, two])).success).toBe(true)
  })

  it('covers notes, which came later, and never changes for a framework with notes either', () => {
    expect(hashFramework([{ ...one, notes: 'Owner: Sam' }, two])).toBe(
      '900c6751dadbbc9ac740fa5c46cae591efd18614f9b2cef729d1acd9960dd0d7',
    )
  })

  it('is that of the content, whatever else an object carries and in what order', () => {
    const { title, code, ...rest } = one
    expect(hashFramework([{ ...rest, code, title, row: 7 } as typeof one])).toBe(
      hashFramework([one]),
    )
  })

  it('changes with every field, and with the order of the indicators', () => {
    const changed = Object.entries(one).map(([field, value]) => ({
      ...one,
      [field]: Array.isArray(value) ? [...value, 'More'] : `${value}.`,
    }))
    const hashes = [[one], [one, two], [two, one], ...changed.map(text => [text])].map(
      hashFramework,
    )
    expect(new Set(hashes).size).toBe(3 + 13)
  })

  it('cannot be the same for texts that were cut at another place', () => {
    const shifted = { ...one, unit: `${one.unit},${one.population}`, population: '' }
    expect(hashFramework([shifted])).not.toBe(hashFramework([one]))
    const split = { ...one, section: ['A', 'B'] }
    expect(hashFramework([split])).not.toBe(hashFramework([{ ...one, section: ['A,B'] }]))
  })
})

describe('the id of an indicator', () => {
  const hash = hashFramework([one, two])

  it('is a UUID of version 8, the same wherever it is made', () => {
    expect(indicatorId(hash, 'A1')).toBe('a62113a5-5e85-858b-9787-461765c8545e')
    expect(id.parse(indicatorId(hash, 'A1'))).toMatch(/^.{14}8.{4}[89ab]/)
  })

  it('differs by code and by the version in which it first appears', () => {
    const ids = [
      indicatorId(hash, 'A1'),
      indicatorId(hash, 'A2'),
      indicatorId(hashFramework([one]), 'A1'),
    ]
    expect(new Set(ids).size).toBe(3)
  })
})

describe('the hash of a later version', () => {
  const first = hashFramework([one, two])
  const heard = { code: 'A3', title: 'Children who are heard' }
  const added = { ...two, ...heard, id: laterIndicatorId(first, heard, 0) }
  const kept = { ...one, id: indicatorId(first, 'A1') }
  const content = {
    indicators: [kept, added],
    splits: [{ indicator: added.id, origin: indicatorId(first, 'A2') }],
    supersedes: [first],
  }

  it('never changes from one version of the program to the next, and neither does an id', () => {
    expect(added.id).toBe('58e1d8ee-78a7-88d8-8800-feb7629a9cb9')
    expect(hashVersion(content)).toBe(
      '0dba27440e2565e359745579b48be575fae383f91e2d13a92596cc0f3c3aea6f',
    )
  })

  it('is that of the words alone for a first version', () => {
    expect(hashVersion({ ...content, splits: [], supersedes: [] })).toBe(
      hashFramework([kept, added]),
    )
  })

  it('is another for other indicators, splits and versions before, in whatever order they come', () => {
    const other = '0'.repeat(64)
    const hashes = [
      content,
      { ...content, indicators: [{ ...kept, id: added.id }, added] },
      { ...content, splits: [] },
      { ...content, supersedes: [other] },
      { ...content, supersedes: [first, other] },
    ].map(hashVersion)
    expect(new Set(hashes).size).toBe(5)
    expect(hashVersion({ ...content, supersedes: [other, first] })).toBe(hashes[4])
  })
})
