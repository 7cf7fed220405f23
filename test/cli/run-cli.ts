import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { projectPath } from '../../build/project.ts'

/** What a command left behind: how it exited, and what it wrote. */
export interface CliRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The command line as it is started from its sources. */
export const CLI = projectPath('cli/main.ts')

/** Runs one command of the real program in a process of its own. */
export async function runCli(args: readonly string[], cwd: string): Promise<CliRun> {
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

/** Runs a command that must succeed, and gives what it printed as JSON. */
export async function runJson<T>(args: readonly string[], cwd: string): Promise<T> {
  const { code, stdout, stderr } = await runCli([...args, '--json'], cwd)
  if (code !== 0) throw new Error(`workbook ${args.join(' ')} exited with ${code}: ${stderr}`)
  return JSON.parse(stdout)
}

/** The draft framework that ships with the program. */
export const DRAFT_FRAMEWORK = projectPath('engine/frameworks/example/draft-framework.csv')
