import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { startServer } from '../../server/server.ts'
import { contractProtocols } from '../../shared/browser-front.ts'
import { send, startTestServer, type TestServer, tryToConnect } from '../helpers/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const host = () => `127.0.0.1:${server.port}`
const authorised = () => ({ authorization: `Bearer ${server.token}` })
const contractUrl = () => `ws://${host()}/contract`

describe('the page', () => {
  it('is given to whoever asks with our own address, as it holds no data', async () => {
    const answer = await send(server.origin)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('The page')
    expect(
      (await send(server.origin, { headers: { host: `localhost:${server.port}` } })).status,
    ).toBe(200)
  })

  it('is refused to a domain name that was pointed at this machine', async () => {
    for (const foreign of [
      'evil.example',
      `evil.example:${server.port}`,
      '127.0.0.1',
      '127.0.0.1:1',
    ]) {
      expect((await send(server.origin, { headers: { host: foreign } })).status).toBe(403)
    }
  })

  it('allows no foreign script, frame or request, and is never kept by the browser', async () => {
    const { headers } = await send(server.origin)
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('carries the same headers where it is refused or not found', async () => {
    const refused = await send(server.origin, { headers: { host: 'evil.example' } })
    const missing = await send(`${server.origin}/nothing-here`)
    expect(missing.status).toBe(404)
    for (const { headers } of [refused, missing]) {
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  it('gives no file from outside its folder', async () => {
    for (const path of ['/../library', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd']) {
      expect((await send(`${server.origin}${path}`)).status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('the files', () => {
  const upload = (headers: Record<string, string>) =>
    send(`${server.origin}/files`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': 'a.csv',
        'content-length': 3,
        ...headers,
      },
      body: 'a,b',
    })

  it('are taken with the token, from our own page or from no page', async () => {
    expect((await upload(authorised())).status).toBe(200)
    expect((await upload({ ...authorised(), origin: server.origin })).status).toBe(200)
  })

  it('are refused without the token, with part of it, or with another', async () => {
    const other = 'A'.repeat(server.token.length)
    for (const shown of ['', 'Bearer', `Bearer ${server.token.slice(0, -1)}`, `Bearer ${other}`]) {
      expect((await upload(shown === '' ? {} : { authorization: shown })).status).toBe(401)
    }
  })

  it('are refused to the script of another page, whatever it knows', async () => {
    for (const origin of ['https://evil.example', `http://127.0.0.1:${server.port + 1}`, 'null']) {
      expect((await upload({ ...authorised(), origin })).status).toBe(403)
    }
  })
})

describe('the contract', () => {
  const connect = (protocols: string[], headers: Record<string, string> = {}) =>
    tryToConnect(contractUrl(), protocols, headers)

  it('opens with the token, and never repeats it', async () => {
    const socket = await connect(contractProtocols(server.token), { origin: server.origin })
    if (!(socket instanceof WebSocket)) throw new Error(`Refused with ${socket}`)
    expect(socket.protocol).toBe('framework-workbook')
    socket.close()
  })

  it('is refused without the token or with another', async () => {
    expect(await connect([])).toBe(401)
    expect(await connect(['framework-workbook'])).toBe(401)
    expect(await connect(contractProtocols('guessed'))).toBe(401)
  })

  it('is refused to another page and to a foreign name', async () => {
    const protocols = contractProtocols(server.token)
    expect(await connect(protocols, { origin: 'https://evil.example' })).toBe(403)
    expect(await connect(protocols, { host: 'evil.example' })).toBe(403)
  })

  it('is the only place that takes a WebSocket', async () => {
    const protocols = contractProtocols(server.token)
    expect(await tryToConnect(`ws://${host()}/`, protocols)).toBe(404)
    expect(await tryToConnect(`ws://${host()}/elsewhere`, protocols)).toBe(404)
  })
})

it('listens on the loopback address only', async () => {
  const { networkInterfaces } = await import('node:os')
  const outside = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .find(address => address.family === 'IPv4' && !address.internal)
  const target = outside?.address ?? '127.0.0.2'
  await expect(send(`http://${target}:${server.port}`)).rejects.toThrow('ECONNREFUSED')
})

it('gives each start a token of its own, with 256 bits that nobody can guess', async () => {
  await using other = await startTestServer()
  expect(other.token).not.toBe(server.token)
  expect(Buffer.from(other.token, 'base64url')).toHaveLength(32)
  expect(other.url).toBe(`${other.origin}/#token=${other.token}`)
})

it('says that a port is taken in a way that others can tell', async () => {
  const starting = startServer({
    openEngine: () => Promise.resolve(server.engine),
    rendererFolder: server.engine.folder.file('page'),
    port: server.port,
  })
  await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
