import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { tempFolder } from '../helpers/temp-folder.ts'
import { CLI } from './run-cli.ts'

it.runIf(process.platform !== 'win32')(
  'serves a library of its own until it is told to end, and then ends cleanly',
  async () => {
    using folder = tempFolder()
    const args = ['serve', '--library', folder.file('library'), '--no-open']
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    try {
      const [line = ''] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
      const [, address = ''] = /(http:\/\/127\.0\.0\.1:\d+\/)#token=\S+$/.exec(line) ?? []
      const answer = await fetch(address)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
      child.kill('SIGINT')
      expect(await ended).toEqual([0, null])
      await expect(fetch(address)).rejects.toThrow()
    } finally {
      child.kill('SIGKILL')
    }
  },
)
