import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { packagesIn } from '../../../engine/files/permits.ts'
import { ownFolder } from '../../helpers/sample-workbook.ts'

function folderOf(...files: readonly string[]): string {
  const folder = ownFolder()
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  return folder
}

const namesIn = (folder: string): readonly string[] => packagesIn(folder).map(({ name }) => name)

it('finds packages by name, also in folders within, and passes over whatever else lies there', () => {
  const folder = folderOf('10.workbook', '2.WORKBOOK', 'north/1.workbook', 'notes.txt')
  expect(namesIn(folder)).toEqual(['2.WORKBOOK', '10.workbook', '1.workbook'])
})

it('looks no deeper than four folders', () => {
  expect(namesIn(folderOf('2/3/4/here.workbook', '2/3/4/5/no.workbook'))).toEqual(['here.workbook'])
})

it('passes over a folder within that nobody may look into, as every stick has for its system', () => {
  const folder = folderOf('1.workbook', 'System Volume Information/tracking.log')
  const system = join(folder, 'System Volume Information')
  chmodSync(folder, 0o755)
  chmodSync(system, 0o000)
  // Else it could not be removed either.
  onTestFinished(() => chmodSync(system, 0o755))
  const child = fileURLToPath(new URL('./packages-in-child.ts', import.meta.url))
  const printed = execFileSync(process.execPath, [child, folder], { encoding: 'utf8' })
  expect(JSON.parse(printed)).toEqual(['1.workbook'])
})

it('throws what the system says of a folder that is not there', () => {
  expect(() => packagesIn(join(ownFolder(), 'nowhere'))).toThrow('ENOENT')
})
