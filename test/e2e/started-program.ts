import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { projectPath } from '../../build/project.ts'

/** The browser front as a person runs it in a terminal: by its command, in processes of its own. */
export interface StartedProgram {
  /** The address that it printed when it was started first. */
  readonly url: string
  readonly libraryFolder: string
  /** Kills it with a signal that no program can answer, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Runs the same command again, with these options more; gives the address that it printed. */
  readonly startAgain: (...more: readonly string[]) => Promise<string>
}

/** Runs `serve` over a library of its own, on a port that is free. */
export async function startProgram(libraryFolder: string): Promise<StartedProgram> {
  const port = await freePort()
  const command = `workbook -- serve --library ${libraryFolder} --port ${port} --no-open`
  const args = ['run', '-s', ...command.split(' ')]
  let running: ChildProcess | undefined

  const startAgain = async (...more: readonly string[]) => {
    const child = spawn('npm', [...args, ...more], {
      cwd: projectPath(''),
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running = child
    const lines = createInterface({ input: child.stdout })
    const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')])
    const url = / at (http:\S+)$/.exec(String(line))?.[1]
    if (url === undefined) throw new Error(`The program ended without an address: ${line}`)
    return url
  }

  return {
    url: await startAgain(),
    libraryFolder,
    startAgain,
    kill: async () => {
      if (running?.pid === undefined || running.exitCode !== null) return
      const ended = once(running, 'close')
      // The group is npm and what it started.
      process.kill(-running.pid, 'SIGKILL')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
