import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectPath } from '../../../build/project.ts'
import { type TempFolder, tempFolder } from '../../helpers/temp-folder.ts'
import { send } from '../../helpers/test-server.ts'

const ADDRESS = /open at (http:\/\/127\.0\.0\.1:\d+\/)#token=(\S+)/

/** Electron's own installer, made to look for a program that is not there on a host that is not. */
function withoutElectron(folder: TempFolder): NodeJS.ProcessEnv {
  return {
    WORKBOOK_LIBRARY: folder.file('library'),
    ELECTRON_INSTALL_PLATFORM: process.platform === 'win32' ? 'linux' : 'win32',
    ELECTRON_MIRROR: 'http://127.0.0.1:9/',
    electron_config_cache: folder.file('cache'),
    TMPDIR: folder.path,
  }
}

/** An Electron that does what this shell script does. */
function withElectron(folder: TempFolder, script: string): NodeJS.ProcessEnv {
  mkdirSync(folder.file('electron'))
  // The package names the program as its last install did, else `electron`.
  const program = folder.file('electron/electron')
  writeFileSync(program, `#!/bin/sh\n${script}\n`)
  chmodSync(program, 0o755)
  return {
    WORKBOOK_LIBRARY: folder.file('library'),
    ELECTRON_OVERRIDE_DIST_PATH: folder.file('electron'),
    TMPDIR: folder.path,
  }
}

function ownFolder(): TempFolder {
  const folder = tempFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  return folder
}

function start(env: NodeJS.ProcessEnv): StartedProgram {
  const program = startProgram(process.execPath, ['build/start.ts'], env)
  onTestFinished(() => {
    program.child.kill('SIGKILL')
  })
  return program
}

/**
 * The obstacles that it reports, without its progress, which depends on what changed and how fast the
 * machine is.
 */
function obstacles(program: StartedProgram): readonly string[] {
  const lines = program.stderr().trim().split('\n')
  return lines.filter(line => !/^(Building|Fetching) /.test(line))
}

/** The running processes with this in their arguments, as anybody on the machine may list them. */
function processesWith(words: string): readonly string[] {
  const all = execFileSync('ps', ['-eo', 'args', '-ww'], { encoding: 'utf8' })
  return all.split('\n').filter(line => line.includes(words))
}

// Signals and process groups are what these tests are made of, and Windows has neither.
describe.skipIf(process.platform === 'win32')('npm start, where Electron cannot be fetched', () => {
  it('says so in one line and serves the workbook at the address that it prints', async () => {
    const program = start(withoutElectron(ownFolder()))
    const [, address] = await program.says(ADDRESS)
    expect(obstacles(program)).toEqual([
      'Electron could not be fetched, so the workbook opens in a browser instead.',
    ])
    const page = await send(address ?? '')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Framework Workbook')
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
  })

  it('shows the token to nobody who lists the processes, as it opens a browser', async () => {
    const folder = ownFolder()
    const opened = folder.file('opened')
    mkdirSync(folder.file('bin'))
    for (const name of ['xdg-open', 'open']) {
      const script = `printf %s "$1" > '${opened}.part' && mv '${opened}.part' '${opened}'`
      writeFileSync(folder.file(`bin/${name}`), `#!/bin/sh\n${script}\nsleep 5\n`)
      chmodSync(folder.file(`bin/${name}`), 0o755)
    }
    const env = {
      ...withoutElectron(folder),
      PATH: `${folder.file('bin')}:${process.env.PATH}`,
      DISPLAY: ':0',
    }
    const program = start(env)
    const [, , token = ''] = await program.says(ADDRESS)
    await expect.poll(() => existsSync(opened), { timeout: 10_000 }).toBe(true)
    expect(readFileSync(opened, 'utf8')).toMatch(/#open=[\w-]{43}$/)
    expect(processesWith(folder.file('bin')), 'the browser is among them').not.toEqual([])
    expect(processesWith(token)).toEqual([])
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends on %s with code 0, and leaves no process and no temporary file',
    async signal => {
      const folder = ownFolder()
      const program = start(withoutElectron(folder))
      await program.says(ADDRESS)
      program.child.kill(signal)
      expect(await program.ended).toBe(0)
      expect(program.leavesProcesses()).toBe(false)
      expect(readdirSync(folder.path).filter(name => name.startsWith('framework-'))).toEqual([])
    },
  )

  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s to npm alone', async signal => {
    const program = startProgram('npm', ['start'], withoutElectron(ownFolder()))
    await program.says(ADDRESS)
    program.child.kill(signal)
    expect(await program.ended).toBe(0)
    expect(program.leavesProcesses()).toBe(false)
  })
})

describe.skipIf(process.platform === 'win32')('npm start, where Electron cannot run', () => {
  it.each([
    [
      'echo "electron: error while loading shared libraries: libgtk-3.so.0: no such file" >&2; exit 127',
      'Electron cannot start, as this machine lacks libgtk-3.so.0, so the workbook opens in a browser instead.',
    ],
    [
      'echo "Running as root without --no-sandbox is not supported." >&2; exit 1',
      'Electron does not run as root, so the workbook opens in a browser instead.',
    ],
    [
      'echo "Missing X server or \\$DISPLAY" >&2; exit 1',
      'This machine has no display for a window, so the workbook opens in a browser instead.',
    ],
    ['kill -TRAP $$', 'Electron could not start, so the workbook opens in a browser instead.'],
  ])('says why in one line and goes on in the browser: %s', async (script, line) => {
    const program = start(withElectron(ownFolder(), script))
    await program.says(ADDRESS)
    expect(obstacles(program)).toEqual([line])
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  it('goes on in the browser when the program is not there at all', async () => {
    const folder = ownFolder()
    const program = start({
      WORKBOOK_LIBRARY: folder.file('library'),
      ELECTRON_OVERRIDE_DIST_PATH: folder.file('nowhere'),
    })
    await program.says(ADDRESS)
    expect(program.stderr()).toContain('Electron cannot run on this machine, so')
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('npm start, with a window', () => {
  it('opens the project in Electron and ends when the window is closed', async () => {
    const program = start(withElectron(ownFolder(), 'echo "window on $1"; exit 0'))
    expect(await program.ended).toBe(0)
    expect(program.stdout()).toBe(`window on ${projectPath('')}\n`)
  })

  it('asks the window to close when it is stopped, and waits for it', async () => {
    const script = 'trap "echo put away; exit 0" TERM; echo up; while :; do sleep 0.1; done'
    const program = start(withElectron(ownFolder(), script))
    await program.says(/up/)
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.stdout()).toBe('up\nput away\n')
    expect(program.leavesProcesses()).toBe(false)
  })
})

/** A program under test with what it said; it leads a process group of its own. */
interface StartedProgram {
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
function startProgram(
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
