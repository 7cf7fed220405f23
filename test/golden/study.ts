import { spawn } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { projectPath } from '../../build/project.ts'
import { type CliRun, runCli } from '../cli/run-cli.ts'
import { type TempFolder, tempFolder } from '../helpers/temp-folder.ts'
import { fromBefore, PACKED_WORKBOOK, VERSION_BEFORE } from './places.ts'
import { steady } from './steady.ts'

/** Many commands run before the first is looked at, and a laptop that is busy with others takes its time. */
export const PATIENCE = { timeout: 300_000 }

/** A folder with everything that the version before wrote, in which commands are run. */
export interface Study extends Disposable {
  readonly folder: TempFolder
  /** A copy of the workbook under this name, which writes under a device that is always the same. */
  readonly copy: (name: string) => void
  /** Runs commands one after the other, and gives what each said with what no two runs share taken out. */
  readonly run: (commands: readonly (readonly string[])[]) => Promise<readonly CliRun[]>
  /** A text with what no two runs share taken out. */
  readonly steady: (text: string) => string
  /** The same for one command, in a process of its own. */
  readonly runAlone: (args: readonly string[]) => Promise<CliRun>
}

/** Unpacks what the version before wrote. */
export async function openStudy(): Promise<Study> {
  const folder = tempFolder()
  const since = Date.now()
  for (const name of readdirSync(VERSION_BEFORE)) {
    if (statSync(fromBefore(name)).isFile()) copyFileSync(fromBefore(name), folder.file(name))
  }
  // The folder of the person's data is one of the test's own, so that packages are signed with one key.
  const libraryBefore = process.env.WORKBOOK_LIBRARY
  process.env.WORKBOOK_LIBRARY = folder.path
  writeFileSync(
    folder.file('original.sqlite'),
    gunzipSync(readFileSync(fromBefore(PACKED_WORKBOOK))),
  )
  // Opened once, a workbook of an older format is one of today's; what is copied has no backup beside it.
  const opened = await runCli(['info', 'original.sqlite'], folder.path)
  if (opened.code !== 0) throw new Error(opened.stderr)
  const comparable = (text: string) => steady(text, { folder: folder.path, since })
  const told = ({ code, stdout, stderr }: CliRun): CliRun => ({
    ...{ code, stdout: comparable(stdout), stderr: comparable(stderr) },
  })
  return {
    folder,
    copy: name => {
      copyFileSync(folder.file('original.sqlite'), folder.file(name))
      beAtHome(folder.file(name))
    },
    run: async commands => (await runMany(commands, folder.path)).map(told),
    steady: comparable,
    runAlone: async args => told(await runCli(args, folder.path)),
    [Symbol.dispose]: () => {
      // Files of tests share a process: the next one has its own library again.
      if (libraryBefore === undefined) delete process.env.WORKBOOK_LIBRARY
      else process.env.WORKBOOK_LIBRARY = libraryBefore
      folder[Symbol.dispose]()
    },
  }
}

/**
 * Tells a copy that it lies where it always has. A program that finds a workbook at another place on the
 * disk writes under a new device, whose random id would be in every package.
 */
function beAtHome(file: string): void {
  const place = statSync(file, { bigint: true }).ino.toString()
  const database = new Database(file)
  database
    .prepare(`INSERT INTO device (id, since, reason, app_version, place) VALUES (?, ?, ?, ?, ?)`)
    .run(
      '01a22462-0000-7000-8000-000000000001',
      ...['2026-11-28T23:30:00.000Z', 'copied', '0.1.0', place],
    )
  database.close()
}

async function runMany(
  commands: readonly (readonly string[])[],
  cwd: string,
): Promise<readonly CliRun[]> {
  const child = spawn(process.execPath, [projectPath('test/golden/run-commands.ts')], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(JSON.stringify(commands))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (stdout === '') throw new Error(`The commands were not run: ${stderr}`)
  return JSON.parse(stdout)
}
