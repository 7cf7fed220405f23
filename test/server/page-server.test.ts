import { EventEmitter, once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PageServer, type Rest, servePage } from '../../server/page-server.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const folder = tempFolder()
beforeAll(() => {
  mkdirSync(folder.file('page/assets'), { recursive: true })
  writeFileSync(folder.file('page/index.html'), 'the page')
  writeFileSync(folder.file('page/assets/index-1.js'), 'let a')
  writeFileSync(folder.file('page/.built'), 'a mark')
  writeFileSync(folder.file('secret.html'), 'a secret')
})
afterAll(() => folder[Symbol.dispose]())

/** A rest that answers everything with 404. */
const NOTHING_ELSE: Rest = {
  answer: (_request, response) => response.writeHead(404).end('the rest'),
  upgrade: (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\n\r\n'),
  close: () => Promise.resolve(),
}

const serve = (loadRest: () => Promise<Rest>): Promise<PageServer & AsyncDisposable> =>
  // The program names the folder with a slash at its end.
  servePage({ rendererFolder: `${folder.file('page')}/`, port: 0, loadRest }).then(server => ({
    ...server,
    [Symbol.asyncDispose]: server.close,
  }))

/** A file that is put beside the page once it is served. */
function laterFile(): Disposable {
  const later = folder.file('page/later.html')
  writeFileSync(later, 'put there later')
  return { [Symbol.dispose]: () => rmSync(later) }
}

/** Asks for an address exactly as it is written. */
const ask = ({ port }: PageServer, path: string, method = 'GET', headers = {}) =>
  new Promise<{ status: number | undefined; body: string; headers: object }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, async answer => {
      resolve({ status: answer.statusCode, body: await text(answer), headers: answer.headers })
    })
      .once('upgrade', () => reject(new Error('It was upgraded.')))
      .once('error', reject)
      .end()
  })

describe('the page', () => {
  it.each([
    ['/', 'the page', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html?a=1', 'the page', 'text/html; charset=utf-8', 'no-store'],
    [
      '/assets/index-1.js',
      'let a',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
  ])('gives %s as what it is', async (path, body, type, caching) => {
    await using server = await serve(async () => NOTHING_ELSE)
    expect(await ask(server, path)).toMatchObject({
      ...{ status: 200, body },
      headers: { 'content-type': type, 'cache-control': caching },
    })
    expect(await ask(server, path, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it.each(['/.built', '/later.html', '/assets', '/../secret.html', '/..%2fsecret.html', '/%00'])(
    'has nothing at %s',
    async path => {
      await using server = await serve(async () => NOTHING_ELSE)
      using _ = laterFile()
      expect(await ask(server, path)).toMatchObject({ status: 404, body: 'the rest' })
    },
  )

  it('is there while everything else is still being loaded', async () => {
    const loading = new EventEmitter()
    await using server = await serve(async () => {
      await once(loading, 'end')
      return NOTHING_ELSE
    })
    const waiting = ask(server, '/else')
    expect(await ask(server, '/')).toMatchObject({ status: 200 })
    loading.emit('end')
    expect(await waiting).toMatchObject({ status: 404, body: 'the rest' })
  })
})

describe('everything but the page', () => {
  it('is loaded once, by itself where nobody asks for it', async () => {
    let loaded = 0
    await using server = await serve(async () => {
      loaded += 1
      return NOTHING_ELSE
    })
    await server.isWhole
    const upgrade = { connection: 'upgrade', upgrade: 'websocket' }
    expect((await ask(server, '/contract', 'GET', upgrade)).status).toBe(404)
    expect((await ask(server, '/', 'POST')).status).toBe(404)
    expect(loaded).toBe(1)
  })

  it('cuts off whoever waits for it where it cannot be loaded, and says why', async () => {
    await using server = await serve(() => Promise.reject(new Error('There is no engine.')))
    await expect(ask(server, '/else')).rejects.toThrow(/hang up|ECONNRESET/)
    await expect(server.isWhole).rejects.toThrow('There is no engine.')
    expect(await ask(server, '/')).toMatchObject({ status: 200 })
  })

  it('is not loaded any more once the server ends', async () => {
    let loaded = 0
    const server = await serve(async () => {
      loaded += 1
      return NOTHING_ELSE
    })
    await server.close()
    await new Promise(resolve => setTimeout(resolve, 60))
    expect(loaded).toBe(0)
  })
})
