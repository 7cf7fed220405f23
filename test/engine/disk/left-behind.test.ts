import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { projectPath } from '../../../build/project.ts'
import { backupFolderOf } from '../../../engine/disk/backup-places.ts'
import { isAnyPlaceSilent } from '../../../engine/disk/open-questions.ts'
import { writeWholeFile } from '../../../engine/files/write/whole-files.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import { openLibrary } from '../../../engine/workbooks/library.ts'
import { ownFolder, program, sampleRoom } from '../../helpers/sample-workbook.ts'

let library: string
beforeEach(() => {
  const before = process.env.WORKBOOK_LIBRARY
  library = join(ownFolder(), 'library')
  process.env.WORKBOOK_LIBRARY = library
  onTestFinished(() => {
    if (before === undefined) delete process.env.WORKBOOK_LIBRARY
    else process.env.WORKBOOK_LIBRARY = before
  })
})

/** Has a program write exports to these paths, and be killed in the midst of it. */
function exportAndBeKilled(...paths: readonly string[]): void {
  const module = pathToFileURL(projectPath('engine/files/write/whole-files.ts')).href
  const script = `
    import { writeWholeFile } from '${module}'
    const begin = path => new Promise(begun =>
      writeWholeFile({ path, name: 'export.csv' }, async out => {
        out.write('what people said', begun)
        await new Promise(() => undefined)
      }))
    await Promise.all(${JSON.stringify(paths)}.map(begin))
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--input-type=module', '-e', script])
  for (const path of paths) expect(readdirSync(dirname(path))).toHaveLength(1)
}

async function startAnew(): Promise<void> {
  const { swept, close } = openLibrary(library, program)
  await swept
  close()
}

it('goes at the next start: from where people export to, from backups, from a stick once it is back', async () => {
  const documents = ownFolder()
  const backups = backupFolderOf(join(library, 'spring.sqlite'))
  mkdirSync(backups, { recursive: true })
  const stick = ownFolder()
  const places = [documents, backups, stick]
  exportAndBeKilled(...places.map(folder => join(folder, 'export.csv')))

  const pulled = `${stick}-pulled`
  renameSync(stick, pulled)
  await startAnew()
  renameSync(pulled, stick)
  expect(places.map(folder => readdirSync(folder).length)).toEqual([0, 0, 1])
  await startAnew()
  expect(readdirSync(stick)).toEqual([])
  expect(readdirSync(library)).toEqual(['backups'])
})

it('goes when somebody withdraws, as it may hold what they said', async () => {
  const { workbook, person } = sampleRoom()
  const documents = ownFolder()
  exportAndBeKilled(join(documents, 'export.csv'))
  withdraw(workbook, person)
  await isAnyPlaceSilent()
  expect(readdirSync(documents)).toEqual([])
})

it('is nothing after a file was written to its end', async () => {
  const path = join(ownFolder(), 'export.csv')
  await writeWholeFile({ path, name: 'export.csv' }, async out => {
    expect(readdirSync(library)).toHaveLength(1)
    out.end('whole')
  })
  expect(readdirSync(library)).toEqual([])
})
