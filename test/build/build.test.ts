import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { newestChange } from '../../build/build.ts'
import { type TempFolder, tempFolder } from '../helpers/temp-folder.ts'

const LONG_AGO = new Date('2026-01-01T00:00:00Z')

describe('the newest change of some sources', () => {
  let folder: TempFolder
  const newest = () => newestChange([folder.file('sources'), folder.file('lock.json')])

  beforeEach(() => {
    folder = tempFolder()
    onTestFinished(() => folder[Symbol.dispose]())
    mkdirSync(folder.file('sources/deep'), { recursive: true })
    for (const file of ['sources/one.ts', 'sources/deep/two.ts', 'lock.json']) {
      writeFileSync(folder.file(file), '')
    }
    for (const entry of ['sources/one.ts', 'sources/deep/two.ts', 'lock.json', 'sources/deep']) {
      utimesSync(folder.file(entry), LONG_AGO, LONG_AGO)
    }
    utimesSync(folder.file('sources'), LONG_AGO, LONG_AGO)
  })

  it('is the newest of all, however deep', () => {
    expect(newest()).toBe(LONG_AGO.getTime())
    const later = new Date('2026-02-01T00:00:00Z')
    utimesSync(folder.file('sources/deep/two.ts'), later, later)
    expect(newest()).toBe(later.getTime())
  })

  it('sees a file that came and a file that went', () => {
    writeFileSync(folder.file('sources/deep/three.ts'), '')
    expect(newest()).toBeGreaterThan(LONG_AGO.getTime())
    utimesSync(folder.file('sources/deep/three.ts'), LONG_AGO, LONG_AGO)
    utimesSync(folder.file('sources/deep'), LONG_AGO, LONG_AGO)
    expect(newest()).toBe(LONG_AGO.getTime())
    rmSync(folder.file('sources/deep/three.ts'))
    expect(newest()).toBeGreaterThan(LONG_AGO.getTime())
  })

  it('is 0 where nothing is', () => {
    expect(newestChange([folder.file('nowhere')])).toBe(0)
  })
})
