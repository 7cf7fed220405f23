import { describe, expect, it } from 'vitest'
import { createOpenings } from '../../server/openings.ts'
import { BROWSER_FRONT_PATHS } from '../../shared/browser-front.ts'
import { send, startTestServer, type TestServer } from '../helpers/test-server.ts'

describe('a code that opens the workbook', () => {
  it('opens once, and another opens beside it', () => {
    const openings = createOpenings()
    const [one, other] = [openings.issue(), openings.issue()]
    expect(openings.redeem(one)).toBe(true)
    expect(openings.redeem(one)).toBe(false)
    expect(openings.redeem(other)).toBe(true)
  })

  it('opens within a minute and not after it', () => {
    let now = 1_000_000
    const openings = createOpenings(() => now)
    const [soon, late] = [openings.issue(), openings.issue()]
    now += 60_000
    expect(openings.redeem(soon)).toBe(true)
    now += 1
    expect(openings.redeem(late)).toBe(false)
  })

  it('is none that somebody makes up', () => {
    expect(createOpenings().redeem('')).toBe(false)
  })
})

const redeemAt = (server: TestServer, code: string, headers: Record<string, string> = {}) =>
  send(`${server.origin}${BROWSER_FRONT_PATHS.openings}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ code }),
  })

const codeOf = (url: string) => new URL(url).hash.replace('#open=', '')

describe('the address that a browser is started with', () => {
  it('holds no token, and a code that the server takes for it once', async () => {
    await using server = await startTestServer()
    const url = server.openingUrl()
    expect(url).not.toContain(server.token)
    const opened = await redeemAt(server, codeOf(url))
    expect(JSON.parse(opened.body)).toEqual({ token: server.token })
    expect(opened.headers['cache-control']).toBe('no-store')
    const again = await redeemAt(server, codeOf(url))
    expect(again.status).toBe(401)
    expect(again.body).toContain('Open the one that was printed')
    expect(again.body).not.toContain(server.token)
  })

  it('opens nothing to the script of another page, and the code is not spent', async () => {
    await using server = await startTestServer()
    const code = codeOf(server.openingUrl())
    const foreign = await redeemAt(server, code, { origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    expect((await redeemAt(server, code)).status).toBe(200)
  })

  it('refuses what is no code at all', async () => {
    await using server = await startTestServer()
    expect((await redeemAt(server, 'x'.repeat(1000))).status).toBe(401)
  })
})

describe('the question whether a token is the right one', () => {
  it('is answered by yes or no, and by nothing else', async () => {
    await using server = await startTestServer()
    const ask = (token: string) =>
      send(`${server.origin}${BROWSER_FRONT_PATHS.token}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    expect(await ask(server.token)).toMatchObject({ status: 204, body: '' })
    expect((await ask('another')).status).toBe(401)
  })
})
