import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectPath } from '../../build/project.ts'
import { createTempFiles, safeFileName } from '../../server/temp-files.ts'

describe('temporary files', () => {
  it('go with a program that is killed, when the next one starts', () => {
    const module = pathToFileURL(projectPath('server/temp-files.ts')).href
    const script = `
      import { writeFileSync } from 'node:fs'
      import { createTempFiles } from '${module}'
      const path = createTempFiles().pathFor('ratings.csv')
      writeFileSync(path, 'what people said')
      process.stdout.write(path, () => process.kill(process.pid, 'SIGKILL'))
    `
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
    expect(basename(killed.stdout)).toBe('ratings.csv')
    expect(existsSync(killed.stdout)).toBe(true)

    createTempFiles().close()
    expect(existsSync(killed.stdout)).toBe(false)
  })

  it('stay while the program that made them runs', () => {
    const mine = createTempFiles()
    onTestFinished(mine.close)
    const path = mine.pathFor('ratings.csv')
    writeFileSync(path, 'what people said')
    createTempFiles().close()
    expect(existsSync(path)).toBe(true)
  })

  it('keep two files of one name apart', () => {
    const files = createTempFiles()
    onTestFinished(files.close)
    expect(files.pathFor('a.csv')).not.toBe(files.pathFor('a.csv'))
  })
})

describe('a safe file name', () => {
  it.each([
    ['draft.csv', 'draft.csv'],
    ['Ofsted – été.xlsx', 'Ofsted – été.xlsx'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\draft.csv', 'draft.csv'],
    ['..', 'file'],
    ['a\u0000b:c?.csv', 'a_b_c_.csv'],
    ['name. ', 'name'],
  ])('of %j is %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })

  it('is cut from the left, so that the ending stays', () => {
    const safe = safeFileName(`${'long '.repeat(60)}.xlsx`)
    expect(safe.length).toBeLessThanOrEqual(120)
    expect(safe).toMatch(/\.xlsx$/)
  })
})
