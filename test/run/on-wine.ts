import { spawn } from 'node:child_process'
import { projectPath } from '../../build/project.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { tallyLines, tallyVitest } from './tally.ts'

/**
 * The tests that are run on Windows' own Node under Wine, where the system differs from ours: files that others
 * hold, names, the store and its steps, whole files, merging, the server, and the command line from end to end.
 */
const CHOSEN = [
  'test/windows',
  'test/engine/disk',
  'test/engine/store',
  'test/migrations',
  'test/engine/workbooks',
  'test/engine/files/write',
  'test/engine/keys',
  'test/engine/withdrawal/withdraw.test.ts',
  'test/engine/packages/merge',
  'test/server',
  'test/journeys/command-line.test.ts',
]

const [runOnWine] = process.argv.slice(2)
if (!runOnWine) throw new Error('Name the program that runs Windows’ Node.')
using results = tempFolder()
const file = results.file('wine.json')
await new Promise<void>((resolve, reject) => {
  const child = spawn(
    runOnWine,
    ['node_modules/vitest/vitest.mjs', 'run', ...CHOSEN].concat(
      '--reporter=default',
      '--reporter=json',
      // Wine shows the whole file system as its drive Z.
      `--outputFile.json=Z:${file.replaceAll('/', '\\')}`,
    ),
    { cwd: projectPath(''), stdio: ['ignore', 'inherit', 'inherit'] },
  )
  child.once('error', reject)
  child.once('exit', () => resolve())
})
const tally = tallyVitest(file)
console.log(tallyLines(tally))
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1
