import { describe, expect, it } from 'vitest'
import { toReadError, toWriteError } from '../../../engine/disk/disk-errors.ts'
import { WorkbookError } from '../../../engine/errors.ts'

const said = (code: string, syscall = 'open') => Object.assign(new Error(code), { code, syscall })

const sentence = (error: unknown): string => {
  if (error instanceof WorkbookError) return error.message
  throw error
}

describe('what a disk says', () => {
  it('is one of six things, each with a sentence of its own', () => {
    const damaged = new WorkbookError('DAMAGED_WORKBOOK', { file: 'a', detail: 'a page is torn' })
    const codes = ['EBUSY', 'ENOENT', 'EACCES', 'EIO', 'ENOSPC']
    const sentences = [
      ...codes.map(code => sentence(toReadError(said(code), 'a'))),
      damaged.message,
    ]
    expect(new Set(sentences).size).toBe(6)
    expect(sentences).toEqual([
      expect.stringContaining('Another program has a open'),
      expect.stringContaining('There is no file a'),
      expect.stringContaining('You may not read or write a'),
      expect.stringContaining('does not answer'),
      expect.stringContaining('The disk is full'),
      expect.stringContaining('a is damaged'),
    ])
  })

  it('is the same of a file that is written, but for a folder that is not there', () => {
    expect(sentence(toWriteError(said('ENOENT'), 'a'))).toContain('its folder is not there')
    for (const code of ['EBUSY', 'EACCES', 'EIO', 'ENOSPC']) {
      expect(toWriteError(said(code), 'a')).toEqual(toReadError(said(code), 'a'))
    }
  })

  it('leaves a fault of ours as it is', () => {
    const fault = new TypeError('x is not a function')
    expect(toReadError(fault, 'a')).toBe(fault)
    expect(toWriteError(fault, 'a')).toBe(fault)
  })
})
