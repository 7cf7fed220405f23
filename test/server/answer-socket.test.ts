import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createORPCClient, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { createAllowance, PAGES, WRONG_TOKENS } from '../../server/allowance.ts'
import { socketAnswerer } from '../../server/answer-socket.ts'
import { contractProtocols } from '../../shared/browser-front.ts'
import type { EngineClient } from '../../shared/host.ts'
import { send, startTestServer, type TestServer, tryToConnect } from '../helpers/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server[Symbol.asyncDispose]())

async function connect(): Promise<WebSocket> {
  const url = `ws://127.0.0.1:${server.port}/contract`
  const socket = await tryToConnect(url, contractProtocols(server.token))
  if (!(socket instanceof WebSocket)) throw new Error(`Refused with ${socket}`)
  onTestFinished(() => socket.terminate())
  return socket
}

/** Sends a message as it is, and gives the answer to it: words, or the number with which the connection ended. */
async function answerTo(message: string | Buffer): Promise<string | number> {
  const socket = await connect()
  const answered = once(socket, 'message').then(([data]) => String(data))
  const ended = once(socket, 'close').then(([code]) => Number(code))
  socket.send(message)
  return Promise.race([answered, ended])
}

const SECRET = 'my social worker never listened'

const NONSENSE: readonly (readonly [string, string | Buffer])[] = [
  ['text that is no JSON', `{"p":"${SECRET}"`],
  ['text that is no JSON, about a call', `{"i":"7",${SECRET}`],
  ['bytes', Buffer.from(`${SECRET}\u0000\u00ff`)],
  ['JSON that is no message', JSON.stringify([SECRET])],
  ['null', 'null'],
  ['a call without a number', JSON.stringify({ p: { u: '/x', b: SECRET } })],
  ['a call whose number is none', JSON.stringify({ i: { [SECRET]: 1 }, p: { u: '/x' } })],
  ['nothing', ''],
]

const CALLS_OF_NOTHING: readonly (readonly [string, object])[] = [
  ['no content', { i: '1' }],
  ['an address that is none', { i: '1', p: { u: `http://[${SECRET}`, b: SECRET } }],
  ['an address that is a number', { i: '1', p: { u: 1 } }],
  ['an operation that is none', { i: '1', p: { u: '/library/steal', b: { json: SECRET } } }],
  ['a body that is none', { i: '1', p: { u: '/library/create', b: SECRET } }],
]

it('answers every message that makes no sense, and logs nothing of it', async () => {
  const logs = (['error', 'log', 'warn', 'info'] as const).map(name =>
    vi.spyOn(console, name).mockImplementation(() => undefined),
  )
  onTestFinished(() => {
    for (const log of logs) log.mockRestore()
  })
  for (const [name, message] of NONSENSE) expect(await answerTo(message), name).toBe(1007)
  for (const [name, message] of CALLS_OF_NOTHING) {
    const answer = JSON.parse(String(await answerTo(JSON.stringify(message))))
    expect(answer, name).toMatchObject({ i: '1', p: { s: expect.any(Number) } })
    expect(JSON.stringify(answer), name).not.toContain(SECRET)
  }
  const said = logs.flatMap(log => log.mock.calls).map(call => String(call))
  expect(said.filter(line => line.includes('social'))).toEqual([])
})

it('goes on answering a page that sent one message too strange', async () => {
  const socket = await connect()
  const heard: string[] = []
  socket.on('message', data => heard.push(String(data)))
  socket.send(JSON.stringify({ i: '1', p: 5 }))
  socket.send(JSON.stringify({ i: '2', p: { u: '/library/list', b: {} } }))
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  expect(heard.find(answer => answer.includes('"i":"2"'))).toContain('"workbooks"')
})

it('refuses calls that come faster than they may, in words', async () => {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => sockets.close())
  const answer = socketAnswerer(server.engine.router, () => undefined, { atOnce: 5, perSecond: 0 })
  sockets.on('connection', answer)
  await once(sockets, 'listening')
  const socket = new WebSocket(`ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`)
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  const client: EngineClient = createORPCClient(link)
  const many = Array.from({ length: 8 }, () => safe(client.lock.state()))
  const refused = (await Promise.all(many)).flatMap(({ error }) => (error ? [error] : []))
  expect(refused).toHaveLength(3)
  expect(refused[0]).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    message: 'This page asks for too much at once. Wait a moment, then try again.',
  })
})

it('takes no more pages than anybody has open', async () => {
  const before = await Promise.all(Array.from({ length: PAGES }, () => connect().catch(() => null)))
  expect(before.filter(Boolean).length).toBeGreaterThan(PAGES / 2)
  const url = `ws://127.0.0.1:${server.port}/contract`
  expect(await tryToConnect(url, contractProtocols(server.token))).toBe(503)
})

it('stops answering wrong tokens, and never a right one', async () => {
  const ask = async (token: string) =>
    (await send(`${server.origin}/token`, { headers: { authorization: `Bearer ${token}` } })).status
  const wrong = await Promise.all(Array.from({ length: WRONG_TOKENS.atOnce + 20 }, () => ask('x')))
  expect(wrong).toContain(401)
  expect(wrong).toContain(429)
  expect(await ask(server.token)).toBe(204)
})

it('fills an allowance up again with time, and never beyond its size', () => {
  let now = 0
  const { take } = createAllowance({ atOnce: 2, perSecond: 1 }, () => now)
  expect([take(), take(), take()]).toEqual([true, true, false])
  now = 1_000
  expect([take(), take()]).toEqual([true, false])
  now = 60_000
  expect([take(), take(), take()]).toEqual([true, true, false])
})
