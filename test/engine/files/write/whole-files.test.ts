import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeWholeFile } from '../../../../engine/files/write/whole-files.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

const to = (path: string) => ({ path, name: 'out.csv' })

/** The error of a write to a full disk. */
const noSpace = () => Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' })

describe('writeWholeFile', () => {
  it('replaces the file that is there and says how large the new one is', async () => {
    using folder = tempFolder()
    const path = folder.file('out.csv')
    writeFileSync(path, 'old')
    const bytes = await writeWholeFile(to(path), async out => {
      out.end('brand new')
    })
    expect(bytes).toBe(9)
    expect(readFileSync(path, 'utf8')).toBe('brand new')
    expect(readdirSync(folder.path)).toEqual(['out.csv'])
  })

  it('leaves the old file whole and nothing beside it when the writing fails half-way', async () => {
    using folder = tempFolder()
    const path = folder.file('out.csv')
    writeFileSync(path, 'old')
    const writing = writeWholeFile(to(path), async out => {
      out.write('half of')
      throw new Error('a fault of our own')
    })
    await expect(writing).rejects.toThrow('a fault of our own')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder.path)).toEqual(['out.csv'])
  })

  it('says that the disk is full when it is', async () => {
    using folder = tempFolder()
    const writing = writeWholeFile(to(folder.file('out.csv')), async () => {
      throw noSpace()
    })
    await expect(writing).rejects.toMatchObject({ code: 'DISK_FULL', data: { file: 'out.csv' } })
  })

  it.each([
    ['its folder is not there', 'nowhere/out.csv'],
    ['its folder is not there', 'a-file/out.csv'],
    ['there is a folder of that name', 'a-folder'],
  ])('says that the file cannot be written because %s', async (detail, name) => {
    using folder = tempFolder()
    writeFileSync(folder.file('a-file'), '')
    mkdirSync(folder.file('a-folder'))
    const writing = writeWholeFile(to(folder.file(name)), async out => {
      out.end('text')
    })
    await expect(writing).rejects.toMatchObject({ code: 'CANNOT_WRITE_FILE', data: { detail } })
    expect(readdirSync(folder.path).toSorted()).toEqual(['a-file', 'a-folder'])
  })
})
