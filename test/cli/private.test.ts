import { chmodSync, globSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeLibraryFolder } from '../../engine/disk/library-folder.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { runCli } from './run-cli.ts'

const modeOf = (path: string): number => statSync(path).mode & 0o777

// Windows keeps a person's folders from others without modes.
it.skipIf(process.platform === 'win32')(
  'makes workbooks, exports and folders that nobody else on the laptop can read, and leaves what is there',
  async () => {
    using folder = tempFolder()
    const shared = folder.file('shared')
    mkdirSync(shared)
    chmodSync(shared, 0o755)
    const book = join('shared', 'example.sqlite')
    const out = (name: string): string => join('shared', name)
    for (const args of [
      ['example', book, '--workshops', '1', '--participants', '1'],
      ['export', book, out('ratings.csv')],
      ['export', book, out('records.parquet'), '--records'],
    ]) {
      expect(await runCli(args, folder.path)).toMatchObject({ code: 0 })
    }
    const made = globSync('**/*', { cwd: shared }).map(name => join(shared, name))
    expect(made.length).toBeGreaterThan(6)
    const open = made.filter(path => (modeOf(path) & 0o077) !== 0)
    expect(open).toEqual([])
    expect(modeOf(shared)).toBe(0o755)
  },
)

it.skipIf(process.platform === 'win32')(
  'closes a library of its own that an earlier program left open, and none that a person chose',
  () => {
    using folder = tempFolder()
    const before = process.env.XDG_DATA_HOME
    process.env.XDG_DATA_HOME = folder.path
    try {
      const own = folder.file(join('framework-workbook', 'library'))
      const chosen = folder.file('chosen')
      for (const each of [own, chosen]) {
        mkdirSync(each, { recursive: true })
        chmodSync(each, 0o755)
        makeLibraryFolder(each)
      }
      expect(modeOf(own)).toBe(process.platform === 'linux' ? 0o700 : 0o755)
      expect(modeOf(chosen)).toBe(0o755)
    } finally {
      if (before === undefined) delete process.env.XDG_DATA_HOME
      else process.env.XDG_DATA_HOME = before
    }
  },
)
