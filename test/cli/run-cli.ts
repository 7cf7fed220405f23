import { type ChildProcess, fork, spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { projectPath } from '../../build/project.ts'

/** The result of a command: its exit code and its output. */
export interface CliRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** One command, as the process that runs it is asked. */
export interface CliRequest {
  readonly args: readonly string[]
  readonly cwd: string
  /** The library of the person who runs it, as the variable says; null for the one that every user has. */
  readonly library: string | null
}

/** The command line as it is started from its sources. */
export const CLI = projectPath('cli/main.ts')

/** Runs one command of the real program in a process of its own, as a person does. */
export async function runInOwnProcess(args: readonly string[], cwd: string): Promise<CliRun> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

let shared: ChildProcess | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * Runs one command after another in one process that all tests share: starting the program
 * takes longer than most commands. It ends with the process of the tests.
 */
export function runCli(args: readonly string[], cwd: string): Promise<CliRun> {
  const library = process.env.WORKBOOK_LIBRARY ?? null
  const run = last.then(() => ask({ args, cwd, library }))
  last = run.catch(() => undefined)
  return run
}

function ask(request: CliRequest): Promise<CliRun> {
  shared ??= startShared()
  const child = shared
  // Held while it is asked, so that the tests wait for its answer.
  child.channel?.ref()
  return new Promise<CliRun>((resolve, reject) => {
    const end = (code: number | null): void => {
      shared = undefined
      reject(new Error(`The shared process ended with ${code} at ${request.args.join(' ')}`))
    }
    child.once('exit', end)
    child.once('message', (run: CliRun) => {
      child.off('exit', end)
      child.channel?.unref()
      resolve(run)
    })
    child.send(request)
  })
}

function startShared(): ChildProcess {
  const child = fork(fileURLToPath(new URL('./shared-cli.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.unref()
  return child
}

/** Runs a command that must succeed, and gives what it printed as JSON. */
export async function runJson<T>(args: readonly string[], cwd: string): Promise<T> {
  const { code, stdout, stderr } = await runCli([...args, '--json'], cwd)
  if (code !== 0) throw new Error(`workbook ${args.join(' ')} exited with ${code}: ${stderr}`)
  return JSON.parse(stdout)
}

/** The draft framework that ships with the program. */
export const DRAFT_FRAMEWORK = projectPath('engine/frameworks/example/draft-framework.csv')
