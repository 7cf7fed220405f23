import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  loadPictures,
  type NewPicture,
  pictureContentOf,
  picturesOf,
  removePictures,
} from '../../../../engine/frameworks/pictures/keep-pictures.ts'
import { readPictureFiles } from '../../../../engine/frameworks/pictures/picture-files.ts'
import {
  currentFramework,
  currentVersion,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { loadVersion } from '../../../../engine/frameworks/versions/load-version.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { png } from '../../../helpers/pictures.ts'
import { ownFolder, program, sampleWorkbook } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../../packages/laptops.ts'

const RED = png({ colour: [200, 20, 20] })
const BLUE = png({ colour: [20, 20, 200] })
/** A picture of several parts. */
const LARGE = png({ width: 500, height: 400 })

const picture = (code: string, bytes: Buffer, description = ''): NewPicture => ({
  ...{ code, bytes, description, type: 'image/png', fileName: `${code}.png` },
})

/** The pictures of the version in use by the codes of their indicators, each with its bytes. */
function shown({ store }: Workbook) {
  const { hash, indicators } = currentFramework(store)
  const codes = new Map(indicators.map(({ id, code }) => [id, code]))
  return Object.fromEntries(
    picturesOf(store, hash).map(({ indicator, content, description }) => {
      const found = pictureContentOf(store, content)
      return [codes.get(indicator), [Buffer.from(found?.data ?? '', 'base64'), description]]
    }),
  )
}

const countOf = ({ store }: Workbook, table: string): number =>
  store.prepare<object, { count: number }>(`SELECT count(*) AS count FROM ${table}`).get({})
    ?.count ?? 0

/** Loads a version with other words for every indicator. */
function reword(workbook: Workbook, rationale: string, without: readonly string[] = []) {
  const { indicators } = currentFramework(workbook.store)
  loadVersion(workbook, {
    framework: {
      ...{ title: 'Next', origin: 'file', fileName: 'next.xlsx' },
      indicators: indicators
        .filter(({ code }) => !without.includes(code))
        .map(({ id: _, ...text }) => ({ ...text, rationale })),
    },
    decisions: [],
    against: currentVersion(workbook.store).hash,
  })
}

describe('the pictures of a framework', () => {
  it('are stored once, to the byte, and changed and taken away for each indicator', () => {
    const workbook = sampleWorkbook()
    expect(shown(workbook)).toEqual({})
    expect(loadPictures(workbook, [picture('A1', RED, 'A house'), picture('A2', LARGE)])).toEqual({
      framework: currentVersion(workbook.store).hash,
      changed: 2,
    })
    expect(shown(workbook)).toEqual({ A1: [RED, 'A house'], A2: [LARGE, ''] })
    const parts = countOf(workbook, 'picture_part')
    expect(parts).toBeGreaterThan(2)
    expect(loadPictures(workbook, [picture('A1', RED, 'A house')]).changed).toBe(0)
    expect(loadPictures(workbook, [picture('A1', RED, 'A home'), picture('A3', RED)]).changed).toBe(
      2,
    )
    expect(countOf(workbook, 'picture_part')).toBe(parts)
    const [first] = currentFramework(workbook.store).indicators
    expect(removePictures(workbook, [first?.id ?? '']).changed).toBe(1)
    expect(shown(workbook)).toEqual({ A2: [LARGE, ''], A3: [RED, ''] })
    expect(removePictures(workbook, null).changed).toBe(2)
    expect(shown(workbook)).toEqual({})
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('stay with their indicators through later versions, and with those that are withdrawn and come back', () => {
    const workbook = sampleWorkbook()
    loadPictures(workbook, [picture('A1', RED), picture('A2', BLUE)])
    const [parts, records] = [
      countOf(workbook, 'picture_part'),
      countOf(workbook, 'picture_record'),
    ]
    reword(workbook, 'Second', ['A2'])
    expect(shown(workbook)).toEqual({ A1: [RED, ''] })
    const { indicators } = currentFramework(workbook.store)
    loadVersion(workbook, {
      framework: {
        ...{ title: 'Third', origin: 'file', fileName: 'third.xlsx' },
        indicators: [...indicators, { ...indicators[0], code: 'A2', title: 'Indicator A2' }].map(
          one => ({ ...one, rationale: 'Third' }) as (typeof indicators)[number],
        ),
      },
      decisions: [],
      against: currentVersion(workbook.store).hash,
    })
    expect(shown(workbook)).toEqual({ A1: [RED, ''], A2: [BLUE, ''] })
    expect(countOf(workbook, 'picture_part')).toBe(parts)
    expect(countOf(workbook, 'picture_record')).toBe(records)
  })

  it('go to other laptops with the set-up, in any order and however often, and the last one stands on all', async () => {
    const [one, other, third] = [laptop(), laptop(), laptop()]
    loadPictures(one, [picture('A1', RED), picture('A2', LARGE, 'Many dots')])
    const first = await packageOf(one, { setup: true })
    await merge(other, [first])
    await merge(other, [first])
    loadPictures(other, [picture('A1', BLUE, 'The sea')])
    const second = await packageOf(other)
    await merge(third, [second, first])
    await merge(one, [second])
    const all = { A1: [BLUE, 'The sea'], A2: [LARGE, 'Many dots'] }
    for (const each of [one, other, third]) {
      expect(shown(each)).toEqual(all)
      expect(verifyWorkbook(each.store.file, program).ok).toBe(true)
    }
  })
})

describe('the pictures of files', () => {
  /** Writes these files and reads them for the indicators A1, A2 and B/1. */
  function read(
    files: Readonly<Record<string, Buffer | string>>,
    named: Parameters<typeof readPictureFiles>[2] = [],
  ) {
    const folder = ownFolder()
    const permitted = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return { path, name }
    })
    return readPictureFiles(permitted, ['A1', 'A2', 'B/1'], named)
  }

  it('belong to the indicator whose code is their name, or that names them', () => {
    const cell = { sheet: 'Framework', cell: 'E2', description: 'A house' }
    const { pictures, reading } = read({ 'a1.PNG': RED, 'b-1.png': BLUE, 'Home.png': LARGE }, [
      { code: 'A2', name: 'pictures/home.PNG', ...cell },
    ])
    expect(pictures).toEqual([
      { ...picture('A2', LARGE, 'A house'), fileName: 'Home.png' },
      { ...picture('A1', RED), fileName: 'a1.PNG' },
      { ...picture('B/1', BLUE), fileName: 'b-1.png' },
    ])
    expect(reading.problems).toEqual([])
  })

  it('are read as far as they can be, with every problem at its file or cell', () => {
    const { pictures, reading } = read(
      { 'A1.jpg': BLUE, 'A1.png': RED, 'A2.png': 'no picture', 'C9.png': RED, 'x.svg': '<svg/>' },
      [{ code: 'B/1', name: 'gone.png', sheet: 'Framework', cell: 'E4', description: '' }],
    )
    expect(pictures.map(({ fileName }) => fileName)).toEqual(['A1.jpg'])
    expect(reading.found).toEqual([{ code: 'A1', place: { file: 'A1.jpg' }, description: '' }])
    expect(reading.problems.map(({ place, code }) => [place, code])).toEqual([
      [{ sheet: 'Framework', cell: 'E4' }, 'no-such-file'],
      [{ file: 'A1.png' }, 'second-picture'],
      [{ file: 'A2.png' }, 'not-a-picture'],
      [{ file: 'C9.png' }, 'no-indicator'],
      [{ file: 'x.svg' }, 'has-programs'],
    ])
    expect(readPictureFiles([{ path: '/nowhere/A1.png', name: 'A1.png' }], ['A1']).reading).toEqual(
      {
        found: [],
        problems: [{ place: { file: 'A1.png' }, code: 'unreadable', data: {} }],
      },
    )
  })
})
