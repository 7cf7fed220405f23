import { mkdirSync, writeFileSync } from 'node:fs'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPage } from '../../server/page.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const folder = tempFolder()
const app = Fastify()
beforeAll(async () => {
  mkdirSync(folder.file('page/assets'), { recursive: true })
  writeFileSync(folder.file('page/index.html'), 'the page')
  writeFileSync(folder.file('page/assets/index-1.js'), 'let a')
  writeFileSync(folder.file('page/.built'), 'a mark')
  writeFileSync(folder.file('secret.html'), 'a secret')
  // The program names the folder with a slash at its end.
  addPage(app, `${folder.file('page')}/`)
  writeFileSync(folder.file('page/later.html'), 'put there later')
  await app.ready()
})
afterAll(async () => {
  await app.close()
  folder[Symbol.dispose]()
})

it.each([
  ['/', 'the page', 'text/html; charset=utf-8', 'no-store'],
  ['/index.html?a=1', 'the page', 'text/html; charset=utf-8', 'no-store'],
  [
    '/assets/index-1.js',
    'let a',
    'text/javascript; charset=utf-8',
    'public, max-age=31536000, immutable',
  ],
])('gives %s as what it is', async (url, body, type, caching) => {
  const answer = await app.inject({ url })
  expect([answer.statusCode, answer.body]).toEqual([200, body])
  expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': caching })
  const head = await app.inject({ method: 'HEAD', url })
  expect([head.statusCode, head.body]).toEqual([200, ''])
})

it.each(['/.built', '/later.html', '/assets', '/../secret.html', '/..%2fsecret.html', '/%00'])(
  'has nothing at %s',
  async url => {
    expect((await app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400)
  },
)
