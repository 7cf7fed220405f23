import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { expect, it } from 'vitest'
import { portAnswerer } from '../../electron/engine-process/answer-port.ts'
import { portLink } from '../../renderer/data/host/port-link.ts'
import type { EngineClient } from '../../shared/host.ts'
import { createTestEngine } from '../helpers/test-engine.ts'

/** An engine that answers a port, and the page's end of it. */
function line() {
  const engine = createTestEngine()
  const { port1, port2: page } = new MessageChannel()
  portAnswerer(engine.router)(port1)
  const client = () => createORPCClient<EngineClient>(portLink(page))
  const close = () => {
    page.close()
    engine[Symbol.dispose]()
  }
  return { engine, page, client, [Symbol.dispose]: close }
}

it('gives no answer to what is no call, and goes on', async () => {
  using open = line()
  const answers: unknown[] = []
  open.page.on('message', message => answers.push(JSON.parse(message)))
  const sent = [
    ...['', '{', 'null', '[]', '1', '{"kind":"call","operation":"library.list"}'],
    ...['{"call":"1","kind":"call","operation":"library.list"}', '{"call":1,"kind":"call"}'],
    ...['{"call":1,"kind":"shout","operation":"library.list"}', '{"call":1,"kind":"stop"}'],
    ...[
      { call: 1, kind: 'call', operation: 'library.list' },
      new Uint8Array([123, 125]),
      undefined,
    ],
  ]
  for (const message of sent) open.page.postMessage(message)
  const asked = ['library.nothing', 'toString', '__proto__.constructor', 'library', 'library.list']
  for (const [at, operation] of asked.entries()) {
    open.page.postMessage(JSON.stringify({ call: at, kind: 'call', operation }))
  }
  while (answers.length < asked.length) await once(open.page, 'message')
  const byCall = answers
    .map(answer => answer as { call: number; kind: string; error?: { code: string } })
    .sort((one, other) => one.call - other.call)
  expect(byCall.map(({ kind, error }) => error?.code ?? kind)).toEqual([
    ...['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    'result',
  ])
})

it('says what is wrong with an input, as the contract has it', async () => {
  using open = line()
  const asked = open.client().workbook.info({ workbook: 'nothing of that kind' })
  await expect(asked).rejects.toMatchObject({ code: 'BAD_REQUEST', status: 400 })
  const unknown = open.client().workbook.info({ workbook: '018f3c5a-7c00-7000-8000-000000000000' })
  await expect(unknown).rejects.toMatchObject({ code: 'UNKNOWN_WORKBOOK', defined: true })
})

it('tells events until nobody waits for them', async () => {
  using open = line()
  const { lock } = open.client()
  const first: unknown[] = []
  for await (const state of await lock.watch()) {
    first.push(state)
    break
  }
  expect(first).toEqual([await lock.state()])
  const stopping = new AbortController()
  const states = await lock.watch(undefined, { signal: stopping.signal })
  await states.next()
  const next = states.next()
  stopping.abort(new Error('enough'))
  await expect(next).rejects.toThrow('enough')
  await expect(lock.watch(undefined, { signal: stopping.signal })).rejects.toThrow('enough')
  // The engine has let go of both: what it would tell is sent to nobody.
  const heard: unknown[] = []
  open.page.on('message', message => heard.push(message))
  await lock.setIdle({ minutes: 7 })
  expect(heard).toHaveLength(1)
})

it('rejects what is asked once the line is closed, and what was', async () => {
  using open = line()
  const client = open.client()
  const events = await client.lock.watch()
  await events.next()
  const [pending, later] = [client.library.list(), events.next()]
  open.page.close()
  await expect(pending).rejects.toThrow('closed')
  await expect(later).rejects.toThrow('closed')
  await expect(client.library.list()).rejects.toThrow('closed')
})
