import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { removePath, renamePath, tidyAway } from '../../engine/disk/move-and-remove.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../engine/files/spreadsheet/read-spreadsheet.ts'
import { writeWholeFile, writeWholeFolder } from '../../engine/files/write/whole-files.ts'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { openLock } from '../../engine/lock/lock.ts'
import { LOCK_FILE } from '../../engine/lock/settings.ts'
import { previewInOneGo } from '../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { createWorkbook, openWorkbook } from '../../engine/workbooks/open.ts'
import { createTempFiles } from '../../server/temp-files.ts'
import { program, sampleWorkbook } from '../helpers/sample-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { hold, isElsewhere, scan } from './hold.ts'

const content = { title: 'Spring', scale: 5, madeUp: false, framework: exampleFramework() } as const
const LONG_MS = 60_000

describe.skipIf(isElsewhere)('a file that a scanner holds for a moment', () => {
  it('is renamed and removed all the same', async () => {
    using folder = tempFolder()
    const [from, to] = [folder.file('from'), folder.file('to')]
    writeFileSync(from, 'text')
    await using _ = await hold(from, 300)
    renamePath(from, to)
    expect(readFileSync(to, 'utf8')).toBe('text')
    await using _more = await hold(to, 300)
    removePath(to)
    expect(readdirSync(folder.path)).toEqual([])
  })

  it('keeps no workbook from being made, and nothing stays beside it', async () => {
    using folder = tempFolder()
    await using scanner = await scan(folder.path, '.unfinished')
    const workbook = createWorkbook(folder.file('spring.sqlite'), content, program)
    workbook.close()
    expect(await scanner.held()).not.toEqual([])
    expect(readdirSync(folder.path)).toEqual(['spring.sqlite'])
  })

  it('keeps no export from being written, as a file or as a folder', async () => {
    using folder = tempFolder()
    await using scanner = await scan(folder.path, '.unfinished', 1_000)
    const seen = (): Promise<void> => expect.poll(scanner.held, { timeout: 20_000 }).not.toEqual([])
    const to = { path: folder.file('out.csv'), name: 'out.csv' }
    await writeWholeFile(to, async out => void out.end('1'))
    await writeWholeFile(to, async out => {
      out.write('2')
      await seen()
      out.end()
    })
    const tables = { path: folder.file('tables'), name: 'tables' }
    for (const text of ['1', '2']) {
      await writeWholeFolder(tables, async inside => writeFileSync(join(inside, 'a'), text))
    }
    expect(readdirSync(folder.path).toSorted()).toEqual(['out.csv', 'tables'])
    expect(readFileSync(to.path, 'utf8')).toBe('2')
  })

  it('keeps no workbook from being opened', async () => {
    const { store, close } = sampleWorkbook()
    close()
    await using _ = await hold(store.file, 500, 'everything')
    expect(() => openWorkbook(store.file, program).close()).not.toThrow()
  })

  it('ends no server: a download that is held goes a moment later', async () => {
    const files = createTempFiles()
    const path = files.pathFor('ratings.csv')
    writeFileSync(path, 'what people said')
    await using _ = await hold(path, 300)
    await files.remove(path)
    expect(existsSync(path)).toBe(false)
    files.close()
  })
})

describe.skipIf(isElsewhere)('a file that another program keeps open', () => {
  it('is named as open elsewhere when an export would replace it, and nothing stays beside it', async () => {
    using folder = tempFolder()
    const to = { path: folder.file('out.csv'), name: 'out.csv' }
    writeFileSync(to.path, 'old')
    await using _ = await hold(to.path, LONG_MS)
    await expect(writeWholeFile(to, async out => void out.end('new'))).rejects.toMatchObject({
      code: 'FILE_IN_USE',
      data: { file: 'out.csv' },
    })
    expect(readdirSync(folder.path)).toEqual(['out.csv'])
    expect(readFileSync(to.path, 'utf8')).toBe('old')
  })

  it('is named as a folder where it is one', async () => {
    using folder = tempFolder()
    const writing = writeWholeFile(
      { path: folder.path, name: 'out' },
      async out => void out.end(''),
    )
    await expect(writing).rejects.toThrow(/there is a folder of that name/)
  })

  it('is said to be open elsewhere when it is a workbook, a spreadsheet or a package', async () => {
    const workbook = sampleWorkbook()
    const folder = dirname(workbook.store.file)
    const packed = { path: join(folder, 'a.workbook'), name: 'a.workbook' }
    await writePackage(forkReader(), workbook, {}, packed)
    const table = join(folder, 'draft.csv')
    writeFileSync(table, 'code,section,indicator\n')
    const other = sampleWorkbook()
    const closed = other.store.file
    other.close()
    await using _one = await hold(packed.path, LONG_MS, 'everything')
    await using _two = await hold(table, LONG_MS, 'everything')
    await using _three = await hold(closed, LONG_MS, 'everything')
    expect(() => openWorkbook(closed, program)).toThrow(/Another program has/)
    expect(await readSpreadsheet(forkReader(), table)).toEqual({
      kind: 'refused',
      code: 'file-in-use',
    })
    const { packages } = await previewInOneGo(forkReader(), workbook, [packed])
    expect(packages[0]?.problems).toMatchObject([{ code: 'file-in-use', refuses: true }])
  })

  it('is waited for, and never called damaged, where it keeps the facilitator’s PIN', async () => {
    using folder = tempFolder()
    const lock = () => openLock(folder.path, program.clock)
    lock().goWithout()
    {
      await using _ = await hold(folder.file(LOCK_FILE), 300, 'everything')
      expect(lock().state().pin).toBe('none')
    }
    await using _ = await hold(folder.file(LOCK_FILE), LONG_MS, 'everything')
    expect(() => lock().state()).toThrow(/Another program has/)
  })

  it('is left to be tidied away later, and nothing is thrown', async () => {
    using folder = tempFolder()
    writeFileSync(folder.file('a'), '')
    await using _ = await hold(folder.file('a'), LONG_MS)
    expect(tidyAway(folder.file('a'))).toBe(false)
  })

  // What is held at the first try after it was let go is tried once more half a minute later.
  it('keeps a workbook from being made, which leaves nothing once the file is let go', {
    timeout: 90_000,
  }, async () => {
    using folder = tempFolder()
    {
      await using _ = await scan(folder.path, '.unfinished', LONG_MS)
      expect(() => createWorkbook(folder.file('spring.sqlite'), content, program)).toThrow(
        /Another program has .*spring.sqlite/,
      )
    }
    await expect.poll(() => readdirSync(folder.path), { timeout: 45_000 }).toEqual([])
  })
})
