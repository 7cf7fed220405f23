import { createServer, type Server } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { fetchElectron } from '../../../build/start/fetch-electron.ts'
import { type TempFolder, tempFolder } from '../../helpers/temp-folder.ts'

const folders: TempFolder[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) folder[Symbol.dispose]()
})

function fetchFrom(mirror: string): void {
  const folder = tempFolder()
  folders.push(folder)
  vi.stubEnv('ELECTRON_INSTALL_PLATFORM', process.platform === 'win32' ? 'linux' : 'win32')
  vi.stubEnv('ELECTRON_MIRROR', mirror)
  vi.stubEnv('electron_config_cache', folder.path)
}

async function silentHost(): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer(() => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The host has no port')
  return { server, address: `http://127.0.0.1:${address.port}/` }
}

it('says at once that a host which refuses has failed', async () => {
  fetchFrom('http://127.0.0.1:9/')
  expect(await fetchElectron(new AbortController().signal)).toBe('failed')
})

it('gives up on a host that takes the call and never answers', async () => {
  const { server, address } = await silentHost()
  fetchFrom(address)
  expect(await fetchElectron(new AbortController().signal, 1_200)).toBe('stalled')
  server.close()
})

it('ends the download when it is stopped', async () => {
  const { server, address } = await silentHost()
  fetchFrom(address)
  const stop = new AbortController()
  const fetched = fetchElectron(stop.signal)
  server.once('connection', () => stop.abort())
  await fetched
  const connections = () =>
    new Promise<number>(resolve => server.getConnections((_fault, count) => resolve(count)))
  await expect.poll(connections).toBe(0)
  server.close()
})
