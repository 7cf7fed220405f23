import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { madeIn, reportOf } from '../../build/report-files.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

it('tells the size and digest of each package, and what a program takes installed', () => {
  using folder = tempFolder()
  mkdirSync(folder.file('linux-unpacked'))
  mkdirSync(join(folder.file('linux-unpacked'), 'resources'))
  writeFileSync(join(folder.file('linux-unpacked'), 'program'), Buffer.alloc(1024 * 1024))
  writeFileSync(join(folder.file('linux-unpacked'), 'resources', 'app.asar'), Buffer.alloc(524_288))
  writeFileSync(folder.file('workbook-linux-x64.tar.gz'), 'abc')
  writeFileSync(folder.file('builder-debug.yml'), 'no package')
  const made = madeIn(folder.path)
  expect(made).toEqual([
    { name: 'linux-unpacked', bytes: 1_572_864, sha256: null },
    {
      name: 'workbook-linux-x64.tar.gz',
      bytes: 3,
      // The example of FIPS 180-2, appendix B.1.
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    },
  ])
  expect(reportOf(made)).toContain('   1.5 MB  linux-unpacked\n')
})
