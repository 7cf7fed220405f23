import { type ChildProcess, spawn } from 'node:child_process'
import { projectPath } from '../../build/project.ts'

/** A program under test with what it said; it leads a process group of its own. */
export interface StartedProgram {
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves with what the program says when this matches; rejects when it ends without. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  /** The exit code, once it ended; null when a signal ended it. */
  readonly ended: Promise<number | null>
  /** True while any process that it started is left. */
  readonly leavesProcesses: () => boolean
}

/** Starts a program in the project's folder, without a display and without anything of npm's. */
export function startProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): StartedProgram {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ELECTRON_OVERRIDE_DIST_PATH: ___, ...rest } = process.env
  const child = spawn(program, args, {
    cwd: projectPath(''),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...rest, ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    says: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(stdout) ?? pattern.exec(stderr)
          if (match) resolve(match)
        }
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        look()
        ended.then(() =>
          reject(new Error(`It ended without saying ${pattern}:\n${stdout}${stderr}`)),
        )
      }),
    leavesProcesses: () => groupIsAlive(child.pid),
  }
}

function groupIsAlive(leader: number | undefined): boolean {
  if (leader === undefined) return false
  try {
    process.kill(-leader, 0)
    return true
  } catch {
    return false
  }
}
