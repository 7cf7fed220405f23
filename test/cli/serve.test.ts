import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type TempFolder, tempFolder } from '../helpers/temp-folder.ts'
import { send } from '../helpers/test-server.ts'
import { CLI } from './run-cli.ts'

function ownFolder(): TempFolder {
  const folder = tempFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  return folder
}

/** The program serving a library, as a person starts it. */
async function serve(
  folder: TempFolder,
  args: readonly string[] = ['--no-open'],
  env: NodeJS.ProcessEnv = {},
) {
  const all = [CLI, 'serve', '--library', folder.file('library'), ...args]
  const child = spawn(process.execPath, all, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const ended = once(child, 'exit')
  const [line = ''] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  const [address = '', token = ''] = /http:\S+#token=(\S+)$/.exec(line) ?? []
  return {
    address,
    token,
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal)
      await ended
    },
  }
}

/** The running processes with this in their arguments, as anybody on the machine may list them. */
function processesWith(words: string): readonly string[] {
  const all = execFileSync('ps', ['-eo', 'args', '-ww'], { encoding: 'utf8' })
  return all.split('\n').filter(line => line.includes(words))
}

const withToken = (address: string, token: string) =>
  send(new URL('/token', address).href, { headers: { authorization: `Bearer ${token}` } })

// A kill that nobody can answer is what these tests are made of, and Windows has another.
describe.skipIf(process.platform === 'win32')('serve', () => {
  it('gives the same address again after it was killed, and its page is let in', async () => {
    const folder = ownFolder()
    const first = await serve(folder)
    await first.end('SIGKILL')
    const second = await serve(folder)
    expect(second.address).toBe(first.address)
    expect((await withToken(second.address, first.token)).status).toBe(204)
  })

  it('takes another port where its own is taken, with the token of the library', async () => {
    const folder = ownFolder()
    const first = await serve(folder)
    const second = await serve(folder)
    expect(new URL(second.address).port).not.toBe(new URL(first.address).port)
    expect(second.token).toBe(first.token)
  })

  it('gives two that start at once one token', async () => {
    const folder = ownFolder()
    const [one, other] = await Promise.all([serve(folder), serve(folder)])
    expect(one.token).toMatch(/^[\w-]{43}$/)
    expect(other.token).toBe(one.token)
  })

  it('says in a sentence that the port which was asked for is taken', async () => {
    const folder = ownFolder()
    const { address } = await serve(folder)
    const { port } = new URL(address)
    const args = [CLI, 'serve', '--library', folder.file('library'), '--port', port, '--new-token']
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    expect(words.trim()).toBe(`Port ${port} is in use. Choose another one with --port.`)
    expect(code).toBe(2)
    const again = await serve(folder)
    expect(again.token, 'the token is left alone by a start that failed').toBe(
      new URL(address).hash.replace('#token=', ''),
    )
  })

  it('with --new-token refuses the token before, with what to do, and keeps the new one', async () => {
    const folder = ownFolder()
    const first = await serve(folder)
    await first.end('SIGKILL')
    const second = await serve(folder, ['--no-open', '--new-token'])
    expect(second.token).not.toBe(first.token)
    expect(new URL(second.address).port).toBe(new URL(first.address).port)
    const refused = await withToken(second.address, first.token)
    expect(refused.status).toBe(401)
    expect(refused.body).toContain('Open the workbook with the address that was printed')
    await second.end('SIGKILL')
    expect((await serve(folder)).token).toBe(second.token)
  })
})

describe.runIf(process.platform === 'linux')('serve, as it opens a browser', () => {
  it('shows the token to nobody who lists the processes, and hands the browser a way in', async () => {
    const folder = ownFolder()
    const opened = folder.file('opened')
    mkdirSync(folder.file('bin'))
    const opener = folder.file('bin/xdg-open')
    writeFileSync(
      opener,
      `#!/bin/sh\nprintf %s "$1" > '${opened}.part'\nmv '${opened}.part' '${opened}'\nsleep 5\n`,
    )
    chmodSync(opener, 0o755)
    const path = `${folder.file('bin')}${delimiter}${process.env.PATH}`
    const { address, token } = await serve(folder, [], { PATH: path, DISPLAY: ':0' })

    await expect.poll(() => existsSync(opened), { timeout: 10_000 }).toBe(true)
    expect(processesWith(opener), 'the browser is among them').not.toEqual([])
    expect(processesWith(token)).toEqual([])
    const url = new URL(readFileSync(opened, 'utf8'))
    expect(url.origin).toBe(new URL(address).origin)
    const answer = await send(new URL('/openings', url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: url.hash.replace('#open=', '') }),
    })
    expect(JSON.parse(answer.body)).toEqual({ token })
  })
})
