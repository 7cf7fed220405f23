import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { permittedFile } from '../../shared/browser-front.ts'
import { send, startTestServer } from '../helpers/test-server.ts'
import { hold, isElsewhere } from './hold.ts'

describe.skipIf(isElsewhere)('a server whose download a scanner holds', () => {
  it('hands the file over, goes on, and removes the file as soon as it may', async () => {
    await using server = await startTestServer()
    const headers = { authorization: `Bearer ${server.token}` }
    const asked = await send(`${server.origin}/destinations`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'ratings.csv' }),
    })
    const { permit } = permittedFile.parse(JSON.parse(asked.body))
    const { path } = server.engine.permits.redeem(permit)
    writeFileSync(path, 'what people said')
    await using _ = await hold(path, 4_000)
    const answer = await send(`${server.origin}/files/${permit}`, { headers })
    expect(answer.body).toBe('what people said')
    await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(false)
    expect((await send(`${server.origin}/token`, { headers })).status).toBe(204)
  })
})
