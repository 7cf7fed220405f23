import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { utils, write } from 'xlsx'
import { projectPath } from '../../build/project.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { exampleFramework } from '../../engine/frameworks/example/example-framework.ts'
import { checkFrameworkFile } from '../../engine/frameworks/read/check-file.ts'
import { type Benchmark, compare } from './benchmark.ts'

const ROWS = 5_000
const TURNS = 9

/** All that a program must do to have the texts of a spreadsheet: start, read it, hand them back. */
const BARE_READER = `
  import { readFileSync } from 'node:fs'
  import { read, utils } from 'xlsx'
  const { SheetNames, Sheets } = read(readFileSync(process.argv[1]), { type: 'buffer', dense: true })
  const rows = utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1, raw: false })
  process.stdout.write(String(rows.length))
`

/**
 * A draft of 5,000 indicators, from the example over and over with codes of their own. Each turn has another, so that
 * nothing is remembered of the one before.
 */
function largeDraft(turn: number): string {
  const { indicators } = exampleFramework()
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const indicator = indicators[index % indicators.length]
    const title = `${indicator?.title} (${turn})`
    return { ...indicator, code: `I-${index + 1}`, title, section: indicator?.section.join(' > ') }
  })
  const sheet = utils.json_to_sheet(rows)
  const file = join(mkdtempSync(join(tmpdir(), 'workbook-check-')), 'large.xlsx')
  const book = { SheetNames: ['Draft'], Sheets: { Draft: sheet } }
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx', compression: true }))
  return file
}

/** Checking a large framework file, against a process that only reads it with bare SheetJS. */
export async function benchCheck(): Promise<Benchmark> {
  const paths = Array.from({ length: TURNS }, (_, turn) => largeDraft(turn))
  const bare = (turn: number) => ['--input-type=module', '--eval', BARE_READER, paths[turn] ?? '']
  // The reader that people run: the command line is bundled before its first use.
  const startReader = forkReader(pathToFileURL(projectPath('dist/node/reader.mjs')))
  return compare(`check ${ROWS.toLocaleString('en')} rows`, TURNS, {
    floor: turn => execFileSync(process.execPath, bare(turn), { cwd: import.meta.dirname }),
    ours: async turn => {
      const file = { path: paths[turn] ?? '', name: 'large.xlsx' }
      const outcome = await checkFrameworkFile(startReader, file)
      if ('refused' in outcome || outcome.clean !== ROWS) throw new Error('The check went wrong.')
    },
  })
}
