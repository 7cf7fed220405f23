import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import {
  packagedPictures,
  pictureParts,
} from '../../../../engine/exports/data-package/picture-parts.ts'
import { withExportMaterial } from '../../../../engine/exports/material/material.ts'
import { parseSpreadsheet } from '../../../../engine/files/spreadsheet/parse-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { frameworkFromFile } from '../../../../engine/frameworks/from-file.ts'
import { loadPictures } from '../../../../engine/frameworks/pictures/keep-pictures.ts'
import { picturesFor } from '../../../../engine/frameworks/pictures/pictures-for.ts'
import { checkReading, FRAMEWORK_LIMITS } from '../../../../engine/frameworks/read/check-file.ts'
import { png } from '../../../helpers/pictures.ts'
import { ownFolder, sampleWorkbook } from '../../../helpers/sample-workbook.ts'

/** A framework of openpyxl with pictures over A1 (a logo), D3 and D4 (indicators), E3 (a second one) and B8 (no indicator). */
const FILE = fileURLToPath(new URL('../../../fixtures/pictures/by-openpyxl.xlsx', import.meta.url))

it('a picture that lies over the row of an indicator is its picture, and what is wrong is named with its cell', async () => {
  const report = checkReading(await parseSpreadsheet(FILE, FRAMEWORK_LIMITS), 'pictures.xlsx')
  if ('refused' in report) throw new Error('It is refused.')
  expect(report.issues.filter(({ severity }) => severity === 'error')).toEqual([])
  const at = (cell: string) => ({ sheet: 'Framework', cell })
  expect(report.placedPictures).toEqual({
    found: [
      { code: 'A1', place: at('D3'), description: '' },
      { code: 'A2', place: at('D4'), description: '' },
    ],
    problems: [
      { place: at('E3'), code: 'second-picture', data: { indicator: 'A1', first: at('D3') } },
      { place: at('B8'), code: 'no-indicator', data: {} },
    ],
  })
  const { pictures } = await frameworkFromFile(path => parseSpreadsheet(path, FRAMEWORK_LIMITS), {
    path: FILE,
    name: 'pictures.xlsx',
  })
  expect(pictures?.map(({ code, type, fileName }) => [code, type, fileName])).toEqual([
    ['A1', 'image/png', 'pictures.xlsx'],
    ['A2', 'image/png', 'pictures.xlsx'],
  ])
})

it('pictures are looked for in files of frameworks alone', async () => {
  const reading = await parseSpreadsheet(FILE, DEFAULT_LIMITS)
  if (reading.kind === 'refused') throw new Error('It is refused.')
  expect(reading.sheets.some(({ pictures }) => pictures)).toBe(false)
})

it('a spreadsheet that is chosen with pictures names them, says what they show, and has its own', async () => {
  const folder = ownFolder()
  const written = (name: string, bytes: Buffer | string) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return { path, name }
  }
  const named = [
    'code,section,indicator,Image,Alt text',
    'a2,Safety,Friends,sea.png,The sea',
    'Z9,Safety,Other,sky.png,',
  ]
  const files = [
    written('list.csv', named.join('\n')),
    written('sea.png', png({ colour: [0, 0, 200] })),
    written('sky.png', png({ colour: [0, 0, 90] })),
    { path: FILE, name: 'placed.xlsx' },
  ]
  const { store } = sampleWorkbook(['A1', 'A2'])
  const read = (path: string) => parseSpreadsheet(path, FRAMEWORK_LIMITS)
  const { pictures, reading } = await picturesFor(store, files, read)
  expect(pictures.map(({ code, description, fileName }) => [code, description, fileName])).toEqual([
    ['A2', 'The sea', 'sea.png'],
    ['A1', '', 'placed.xlsx'],
  ])
  expect(reading.problems.map(({ place, code }) => [place, code])).toContainEqual([
    { file: 'sky.png' },
    'no-indicator',
  ])
})

it('exported with a data package, pictures are loaded again as they were', async () => {
  const workbook = sampleWorkbook(['A/1', 'A:1'])
  const bytes = { red: png({ colour: [200, 0, 0] }), blue: png({ colour: [0, 0, 200] }) }
  const loaded = [
    { code: 'A/1', bytes: bytes.red, description: 'A house, red' },
    { code: 'A:1', bytes: bytes.blue, description: '' },
  ].map(one => ({ ...one, type: 'image/png' as const, fileName: 'drawn.png' }))
  loadPictures(workbook, loaded)
  const folder = ownFolder()
  const files = await withExportMaterial(workbook, { round: 1 }, async material =>
    pictureParts(packagedPictures(material)).map(({ name, open }) => {
      const path = join(folder, basename(name))
      writeFileSync(
        path,
        Buffer.concat([...(open() as Iterable<Buffer | string>)].map(part => Buffer.from(part))),
      )
      return { path, name: basename(name) }
    }),
  )
  expect(files.map(({ name }) => name)).toEqual(['pictures.csv', 'A-1.png', 'A-1 (2).png'])
  const { pictures, reading } = await picturesFor(
    sampleWorkbook(['A/1', 'A:1']).store,
    files,
    path => parseSpreadsheet(path, FRAMEWORK_LIMITS),
  )
  expect(reading.problems).toEqual([])
  const forEverybody = await withExportMaterial(workbook, { round: 1 }, async material =>
    pictureParts(packagedPictures({ ...material, release: 'tables' })),
  )
  expect(forEverybody).toEqual([])
  expect(pictures.map(({ code, bytes: read, description }) => [code, read, description])).toEqual([
    ['A/1', bytes.red, 'A house, red'],
    ['A:1', bytes.blue, ''],
  ])
})
