import { spawn } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.ts'
import { projectPath } from '../../build/project.ts'
import { isLongRun } from '../helpers/counts.ts'
import { ownFolder } from '../helpers/sample-workbook.ts'
import { runJson } from './run-cli.ts'

const MANY = 5_000
const MOST_MEGABYTES = 500

const TELLS_MEMORY = projectPath('test/helpers/tell-peak-memory.ts')

/** The options with which people's own command starts Node. */
function nodeOptions(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'))
  return String(scripts.workbook).match(/--[\w-]+=\d+/g) ?? []
}

/** The most memory that people's own command took, in megabytes. */
async function memoryOf(args: readonly string[], cwd: string): Promise<number> {
  const options = [...nodeOptions(), '--import', pathToFileURL(TELLS_MEMORY).href]
  const command = projectPath('build/workbook.ts')
  const { NODE_ENV: _, ...env } = process.env
  const child = spawn(process.execPath, [...options, command, ...args], { cwd, env })
  const ended = new Promise<number | null>(resolve => void child.once('close', resolve))
  const [said, faults] = await Promise.all([text(child.stdout), text(child.stderr)])
  if ((await ended) !== 0) throw new Error(said + faults)
  return (Number(said.trim().split('\n').at(-1)) * 1024) / 1_000_000
}

it.runIf(isLongRun)(
  'writes the report of 5,000 indicators within 500 MB, printed and for Word',
  async () => {
    const folder = ownFolder()
    const codes = Array.from({ length: MANY }, (_, index) => `C${index + 1}`)
    const drafts = codes.map(
      (code, at) => `${code},Section ${at % 40},Indicator ${code} of very many`,
    )
    writeFileSync(join(folder, 'draft.csv'), ['code,section,indicator', ...drafts].join('\n'))
    const rows = codes.flatMap(code =>
      ['usefulness', 'usability'].map(
        criterion => `D1,ADCS,${code},${criterion},4,Words on ${code}`,
      ),
    )
    const headings = 'participant,group,indicator,criterion,answer,comment'
    writeFileSync(join(folder, 'ratings.csv'), [headings, ...rows].join('\n'))
    await runJson(['create', 'many.sqlite', '--framework', 'draft.csv', '--json'], folder)
    const { id } = await runJson<{ id: string }>(
      ['workshop', 'many.sqlite', '--title', 'Day', '--groups', 'ADCS', '--json'],
      folder,
    )
    await runJson(['rate', 'many.sqlite', 'ratings.csv', '--workshop', id, '--json'], folder)
    await buildIfStale(['node'])
    for (const report of ['many.html', 'many.docx']) {
      const taken = await memoryOf(['export', 'many.sqlite', report], folder)
      expect(statSync(join(folder, report)).size).toBeGreaterThan(1_000_000)
      expect(taken).toBeGreaterThan(0)
      expect(taken).toBeLessThan(MOST_MEGABYTES)
    }
  },
  300_000,
)
