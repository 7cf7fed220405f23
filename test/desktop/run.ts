import { spawnSync } from 'node:child_process'
import { buildIfStale } from '../../build/build.ts'
import { projectPath } from '../../build/project.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { tallyLines, tallyPlaywright } from '../run/tally.ts'
import { findElectron } from './electron.ts'

if (findElectron()) {
  await testDesktop()
} else {
  console.log('No Electron is to be had here, so the desktop shell was not tested.')
  console.log(tallyLines({ passed: 0, failed: 0, skipped: 0, faults: [], unsteady: [], times: [] }))
}

async function testDesktop(): Promise<void> {
  using results = tempFolder()
  const file = results.file('playwright.json')
  await buildIfStale(['renderer', 'desktop'])
  const { status } = spawnSync(
    process.execPath,
    [
      projectPath('node_modules/@playwright/test/cli.js'),
      'test',
      '--config=test/desktop/playwright.config.ts',
      '--reporter=list,json',
      ...process.argv.slice(2),
    ],
    {
      cwd: projectPath(''),
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    },
  )
  const tally = tallyPlaywright(file)
  console.log(tallyLines(tally))
  process.exitCode = status === 0 && tally.failed === 0 ? 0 : 1
}
