import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { riskOf } from '../../../engine/workbooks/place-risk.ts'
import { ownFolder } from '../../helpers/sample-workbook.ts'

describe('the place of a library', () => {
  it('is warned of where a program that synchronises folders is known to work', () => {
    const folder = ownFolder()
    expect(riskOf(join(folder, 'library'))).toBeNull()
    for (const [name, says] of [
      ['OneDrive - Council', 'OneDrive'],
      ['Dropbox', 'Dropbox'],
      ['Google Drive', 'Google Drive'],
    ]) {
      expect(riskOf(join(folder, name ?? '', 'library'))).toMatchObject({ name: says })
    }
    expect(riskOf('C:\\Users\\Ann\\OneDrive\\Library')?.name).toBe('OneDrive')
    expect(riskOf('\\\\server\\share\\library')?.kind).toBe('network')
  })

  it('is known by what such a program keeps in a folder above', () => {
    const folder = ownFolder()
    mkdirSync(join(folder, '.stfolder'))
    mkdirSync(join(folder, 'deep', 'library'), { recursive: true })
    expect(riskOf(join(folder, 'deep', 'library'))).toEqual({
      kind: 'synchronised',
      name: 'Syncthing',
    })
  })
})
