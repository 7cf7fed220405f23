import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join, toNamespacedPath } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forkReader } from '../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../engine/files/spreadsheet/read-spreadsheet.ts'
import { writeWholeFile } from '../../engine/files/write/whole-files.ts'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { openLibrary } from '../../engine/workbooks/library.ts'
import {
  createWorkbook,
  openWorkbook,
  openWorkbookForReading,
} from '../../engine/workbooks/open.ts'
import { workbookInfo } from '../../engine/workbooks/workbook.ts'
import { program, sampleWorkshop } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { isElsewhere } from './hold.ts'

const content = { title: 'Aux', scale: 5, madeUp: false, framework: exampleFramework() } as const

describe.each(['con.sqlite', 'nul.sqlite', 'aux.csv.sqlite', 'COM1.sqlite', 'lpt9.a.sqlite'])(
  'a workbook called %s',
  name => {
    it('is refused with a sentence, as Windows keeps that name for a device', () => {
      using folder = tempFolder()
      expect(() => createWorkbook(folder.file(name), content, program)).toThrow(/for a device/)
      expect(readdirSync(folder.path)).toEqual([])
    })

    it.skipIf(isElsewhere)('is not there to be opened or read', async () => {
      using folder = tempFolder()
      expect(() => openWorkbook(folder.file(name), program)).toThrow(/There is no file/)
      expect(await readSpreadsheet(forkReader(), folder.file(name))).toMatchObject({
        code: 'file-not-found',
      })
    })
  },
)

describe('names of files', () => {
  it('are safe for a title that is a device, and for two that differ in case only', () => {
    using folder = tempFolder()
    const library = openLibrary(folder.path, program)
    for (const title of ['Aux', 'aux', 'COM1', 'Zoë: the “first”/second. ']) {
      library.create({ ...content, title }).close()
    }
    expect(
      readdirSync(folder.path)
        .filter(name => name.endsWith('.sqlite'))
        .toSorted(),
    ).toEqual([
      'aux_-2.sqlite',
      'aux_.sqlite',
      'com1_.sqlite',
      expect.stringMatching(/^zoe.*first-second\.sqlite$/),
    ])
  })

  it('are refused for an export that Windows could not keep', async () => {
    using folder = tempFolder()
    const to = { path: folder.file('nul.csv'), name: 'nul.csv' }
    await expect(writeWholeFile(to, async out => void out.end(''))).rejects.toThrow(/for a device/)
  })

  it('end in any case: a workbook in .SQLITE is listed', () => {
    using folder = tempFolder()
    createWorkbook(folder.file('SPRING.SQLITE'), content, program).close()
    const library = openLibrary(folder.path, program)
    expect(library.list().workbooks).toMatchObject([{ title: 'Aux' }])
    library.close()
  })

  it('have accents, and paths of more than 260 characters', async () => {
    using folder = tempFolder()
    const deep = join(folder.path, 'José Ñandú – été', ...Array(5).fill('x'.repeat(60)))
    mkdirSync(toNamespacedPath(deep), { recursive: true })
    const file = join(deep, 'a workbook.sqlite')
    expect(file.length).toBeGreaterThan(260)
    createWorkbook(file, content, program).close()
    expect(readdirSync(deep)).toEqual(['a workbook.sqlite'])
  })

  it.skipIf(isElsewhere)('are short for long ones: a workbook has one log under both', () => {
    using folder = tempFolder()
    const name = 'a workbook of a spring.sqlite'
    const workbook = createWorkbook(folder.file(name), content, program)
    const listed = execFileSync('cmd', ['/c', 'dir', '/x', folder.path], { encoding: 'utf8' })
    const [, short = ''] = /(\S+~\S+)\s+a workbook of a spring\.sqlite\s/.exec(listed) ?? []
    expect(short).toMatch(/~/)
    sampleWorkshop(workbook)
    const again = openWorkbookForReading(folder.file(short), program)
    expect(workbookInfo(again).workshops).toBe(1)
    again.close()
    const written = openWorkbook(folder.file(short), program)
    sampleWorkshop(written)
    expect(workbookInfo(workbook).workshops).toBe(2)
    written.close()
    workbook.close()
    expect(readdirSync(folder.path)).toEqual([name])
  })

  it.skipIf(isElsewhere)('begin with what Windows has for names that it is not to change', () => {
    using folder = tempFolder()
    const file = toNamespacedPath(folder.file('plain.sqlite'))
    expect(file).toMatch(/^\\\\\?\\/)
    createWorkbook(file, content, program).close()
    const workbook = openWorkbook(file, program)
    sampleWorkshop(workbook)
    expect(workbookInfo(workbook).workshops).toBe(1)
    workbook.close()
    expect(readdirSync(folder.path)).toEqual(['plain.sqlite'])
  })
})
