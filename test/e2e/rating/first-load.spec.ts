import { gzipSync } from 'node:zlib'
import { connect, expect, test } from '../helpers/fixtures.ts'
import { joinAs, nextParticipant, prepareRoom, unlock, useful } from '../helpers/workshop-room.ts'

/** The most that may be loaded before somebody can rate, in bytes as a server compresses them. */
const MOST = 350_000

test('the rating screen needs less than 350 KB, and the facilitator’s pages come when they are needed', async ({
  page,
  served,
}) => {
  const room = await prepareRoom(served)
  const loads: Promise<readonly [string, number]>[] = []
  page.on('response', response => {
    const name = new URL(response.url()).pathname
    const size = response.body().then(body => gzipSync(body).length)
    if (response.request().method() === 'GET')
      loads.push(size.then(bytes => [name, bytes] as const))
  })
  await nextParticipant(page, served, room)
  await joinAs(page, 'ADCS')
  await expect(useful(page)).toBeFocused()
  const loaded = await Promise.all(loads)
  const bytes = loaded.reduce((sum, [, size]) => sum + size, 0)
  process.stdout.write(`${Math.round(bytes / 1000)} KB compressed before the first answer\n`)
  expect(loaded.some(([name]) => name.endsWith('.js'))).toBe(true)
  expect(loaded.filter(([name]) => /pages-/.test(name))).toEqual([])
  expect(bytes).toBeLessThan(MOST)
  // Fetched beside the first script, which asks for it once it runs.
  const html = await (await page.request.get(served.url)).text()
  const start = loaded.filter(([name]) => /start-.*\.(js|css)$/.test(name))
  expect(start).toHaveLength(2)
  for (const [name] of start) expect(html).toMatch(new RegExp(`<link rel="\\w+"[^>]+${name}">`))
  await unlock(page)
  expect((await Promise.all(loads)).some(([name]) => /pages-.*\.js$/.test(name))).toBe(true)
})

test('an indicator whose code has signs of an address is found by its address', async ({
  page,
  served,
}) => {
  const { workbook, indicators, at } = await prepareRoom(served)
  const { websocket, client } = connect(served)
  const { hash } = await client.framework.get({ workbook })
  const [first] = indicators
  if (!first) throw new Error('The example has no indicator.')
  const { id: indicator, ...text } = first
  const code = 'A/1 50% #2?'
  const edit = { kind: 'reword', indicator, text: { ...text, code } } as const
  await client.version.edit({ workbook, edit, against: hash })
  websocket.close()
  await page.goto(served.url)
  await page.goto(at('framework'))
  await page.getByRole('link', { name: code }).click()
  const heading = page.getByRole('heading', { name: text.title })
  await expect(heading).toBeVisible()
  await page.reload()
  await expect(heading).toBeVisible()
})
