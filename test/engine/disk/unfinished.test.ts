import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../../build/project.ts'
import { sweepUnfinished, unfinishedName } from '../../../engine/disk/unfinished.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

/** Runs a script that writes unfinished files and is killed, or ends as Ctrl+C ends it. */
function inAnotherProgram(script: string): void {
  const module = pathToFileURL(projectPath('engine/disk/unfinished.ts')).href
  const imports = `
    import { writeFileSync } from 'node:fs'
    import { tidyAtExit, unfinishedName } from '${module}'
  `
  spawnSync(process.execPath, ['--input-type=module', '-e', imports + script])
}

describe('what a program leaves unfinished', () => {
  it('goes when the next one writes there, and what it had moved aside comes back', () => {
    using folder = tempFolder()
    const [table, other] = [folder.file('out.csv'), folder.file('other.csv')].map(path =>
      JSON.stringify(path),
    )
    inAnotherProgram(`
      writeFileSync(unfinishedName(${table}), 'half')
      writeFileSync(unfinishedName(${table}) + '-wal', 'half')
      writeFileSync(unfinishedName(${other}, 'replaced'), 'old')
      process.kill(process.pid, 'SIGKILL')
    `)
    writeFileSync(folder.file('notes.unfinished'), 'a person’s own')
    expect(readdirSync(folder.path)).toHaveLength(4)
    sweepUnfinished(folder.path)
    expect(readdirSync(folder.path).toSorted()).toEqual(['notes.unfinished', 'other.csv'])
    expect(readFileSync(folder.file('other.csv'), 'utf8')).toBe('old')
  })

  it('goes with a program that is asked to end', () => {
    using folder = tempFolder()
    inAnotherProgram(`
      const path = unfinishedName(${JSON.stringify(folder.file('out.csv'))})
      const paths = [path, path + '-wal']
      for (const each of paths) writeFileSync(each, 'half')
      tidyAtExit(...paths)
      process.exit(130)
    `)
    expect(readdirSync(folder.path)).toEqual([])
  })

  it('stays while the program runs that writes it, and a day where another laptop does', () => {
    using folder = tempFolder()
    const mine = unfinishedName(folder.file('a.csv'))
    const theirs = mine.replace(/-[0-9a-f]{6}-/, '-000000-')
    for (const path of [mine, theirs]) writeFileSync(path, 'half')
    sweepUnfinished(folder.path)
    expect(readdirSync(folder.path)).toHaveLength(2)
    utimesSync(theirs, new Date(0), new Date(0))
    sweepUnfinished(folder.path)
    expect(readdirSync(folder.path)).toHaveLength(1)
  })

  it('is nothing in a folder that is not there', () => {
    expect(() => sweepUnfinished('/nowhere/at all')).not.toThrow()
  })
})
