import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyUnread } from '../../engine/files/spreadsheet/keep-within-limits.ts'
import { parseSpreadsheet } from '../../engine/files/spreadsheet/parse-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../engine/files/spreadsheet/spreadsheet.ts'
import { permittedFile, UPLOAD_LIMIT_BYTES } from '../../shared/browser-front.ts'
import { refusalMessage } from '../../shared/messages/check.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { send, startTestServer, type TestServer } from '../helpers/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const authorization = () => `Bearer ${server.token}`

function upload(name: string, body: string, headers: Record<string, string | number> = {}) {
  return send(`${server.origin}/files`, {
    method: 'POST',
    headers: {
      authorization: authorization(),
      'content-type': 'application/octet-stream',
      'content-length': Buffer.byteLength(body),
      'x-file-name': encodeURIComponent(name),
      ...headers,
    },
    body,
  })
}

async function destination(name: string) {
  const answer = await send(`${server.origin}/destinations`, {
    method: 'POST',
    headers: { authorization: authorization(), 'content-type': 'application/json' },
    body: JSON.stringify({ name }),
  })
  return permittedFile.parse(JSON.parse(answer.body))
}

const fetchFile = (permit: string) =>
  send(`${server.origin}/files/${permit}`, { headers: { authorization: authorization() } })

describe('an upload', () => {
  it('becomes a file that the engine can read, under the name people know', async () => {
    const answer = await upload('Ofsted – draft.csv', 'code,title\n1,"é"\n')
    const { permit, name } = permittedFile.parse(JSON.parse(answer.body))
    expect(name).toBe('Ofsted – draft.csv')
    const file = server.engine.permits.redeem(permit)
    expect(file.name).toBe('Ofsted – draft.csv')
    expect(basename(file.path)).toBe('Ofsted – draft.csv')
    expect(readFileSync(file.path, 'utf8')).toBe('code,title\n1,"é"\n')
  })

  it.skipIf(process.platform === 'win32')('can be read by this person only', async () => {
    const answer = await upload('private.csv', 'a')
    const { permit } = permittedFile.parse(JSON.parse(answer.body))
    expect(statSync(server.engine.permits.redeem(permit).path).mode & 0o077).toBe(0)
  })

  it('goes when somebody withdraws, as it may hold what they said', async () => {
    const client = createRouterClient(server.engine.router)
    const workbook = (
      await client.library.createExample({ title: 'Small', scale: 5, madeUp: false })
    ).id
    const details = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS'] }
    const workshop = (await client.workshop.add({ workbook, ...details })).id
    const someone = await client.participant.add({ workbook, workshop, group: 'ADCS' })
    const { permit } = permittedFile.parse(JSON.parse((await upload('said.csv', 'a')).body))
    const { path } = server.engine.permits.redeem(permit)
    await client.person.withdraw({ workbook, participant: someone.id, typed: someone.name })
    expect(existsSync(path)).toBe(false)
    expect(() => server.engine.permits.redeem(permit)).toThrow()
  })

  it('cannot leave its folder, whatever its name', async () => {
    for (const name of [
      '../../escape.csv',
      '..\\..\\escape.csv',
      '/escape.csv',
      'C:\\escape.csv',
    ]) {
      const answer = await upload(name, 'a')
      const { permit } = permittedFile.parse(JSON.parse(answer.body))
      const { path } = server.engine.permits.redeem(permit)
      expect(basename(path)).toBe('escape.csv')
      expect(path).toContain('framework-workbook-')
    }
  })

  it('is refused with its size and the limit when it is too large, in the words for a chosen file', async () => {
    const size = UPLOAD_LIMIT_BYTES + 3_000_000
    const answer = await upload('large.csv', '', { 'content-length': size })
    expect(answer.status).toBe(413)
    const { message } = JSON.parse(answer.body)
    expect(message).toContain('large.csv is too large')
    expect(message).toContain('it has 70.1 MB, and at most 30 MB are read')
    using folder = tempFolder()
    const path = folder.file('large.csv')
    writeFileSync(path, '')
    truncateSync(path, size)
    const reading = await parseSpreadsheet(path, DEFAULT_LIMITS)
    expect(reading.kind === 'refused' && refusalMessage('large.csv', whyUnread(reading))).toBe(
      message,
    )
    const all = await upload('all.workbook', '', { 'content-length': size })
    expect(JSON.parse(all.body).message).toContain('it has 70.1 MB, and at most 67.1 MB are read')
  })

  it('is refused without a name or with one that cannot be read', async () => {
    expect((await upload('', 'a')).status).toBe(400)
    expect((await upload('a', 'a', { 'x-file-name': '%E0%A4%A' })).status).toBe(400)
  })

  it('cannot be had back through its permit', async () => {
    const answer = await upload('in.csv', 'a')
    const { permit } = permittedFile.parse(JSON.parse(answer.body))
    expect((await fetchFile(permit)).status).toBe(404)
  })
})

describe('a destination', () => {
  it('hands over what was written to it once, as an attachment, and keeps no copy', async () => {
    const { permit, name } = await destination('Résultats 1.csv')
    const { path } = server.engine.permits.redeem(permit)
    writeFileSync(path, 'a,b\n')
    const answer = await fetchFile(permit)
    expect(answer.status).toBe(200)
    expect(answer.body).toBe('a,b\n')
    expect(name).toBe('Résultats 1.csv')
    expect(answer.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''R%C3%A9sultats%201.csv",
    )
    await expect.poll(() => existsSync(path)).toBe(false)
    expect((await fetchFile(permit)).status).toBe(404)
  })

  it('says so when nothing was written to it', async () => {
    const { permit } = await destination('results.xlsx')
    const answer = await fetchFile(permit)
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.body).message).toBe(
      'results.xlsx was not written. Export it once more.',
    )
  })

  it('is refused without a name', async () => {
    const answer = await send(`${server.origin}/destinations`, {
      method: 'POST',
      headers: { authorization: authorization(), 'content-type': 'application/json' },
      body: '{"name":"  "}',
    })
    expect(answer.status).toBe(400)
  })

  it('answers a body that is no JSON with a sentence and nothing of its insides', async () => {
    const answer = await send(`${server.origin}/destinations`, {
      method: 'POST',
      headers: { authorization: authorization(), 'content-type': 'application/json' },
      body: '{',
    })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toEqual({
      message: 'The workbook could not make sense of that request.',
    })
  })
})

it('removes every temporary file when it closes', async () => {
  const closing = await startTestServer()
  const answer = await send(`${closing.origin}/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${closing.token}`,
      'content-type': 'application/octet-stream',
      'content-length': 1,
      'x-file-name': 'left.csv',
    },
    body: 'a',
  })
  const { path } = closing.engine.permits.redeem(
    permittedFile.parse(JSON.parse(answer.body)).permit,
  )
  expect(existsSync(path)).toBe(true)
  await closing[Symbol.asyncDispose]()
  expect(existsSync(path)).toBe(false)
})

describe('a laptop in the room’s hands', () => {
  it('takes no file, names no destination and hands none over', async () => {
    const { permit } = await destination('written-before.csv')
    writeFileSync(server.engine.permits.redeem(permit).path, 'What people said')
    const client = createRouterClient(server.engine.router)
    const { id: workbook } = await client.library.createExample({
      title: 'Try',
      scale: 5,
      madeUp: false,
    })
    const details = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS'] }
    const { id: workshop } = await client.workshop.add({ workbook, ...details })
    await client.lock.setPin({ pin: '7391' })
    await client.lock.enter({ workbook, workshop })
    const answers = [
      await upload('one.csv', 'a'),
      await fetchFile(permit),
      await send(`${server.origin}/destinations`, {
        method: 'POST',
        headers: { authorization: authorization(), 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'all.csv' }),
      }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(423)
      expect(body).toContain('with the people in the room')
    }
    await client.lock.unlock({ pin: '7391' })
    expect((await fetchFile(permit)).body).toBe('What people said')
  })
})
