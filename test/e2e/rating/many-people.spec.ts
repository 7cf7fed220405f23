import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from '../helpers/fixtures.ts'
import { joinAs, nextParticipant, prepareRoom } from '../helpers/workshop-room.ts'

/** The time between two keys of a quick typist, in milliseconds. */
const PACE_MS = 100

/** The things that a window holds once nothing needs more, and the time that the person before took. */
interface Held {
  readonly nodes: number
  readonly listeners: number
  /** The heap without the machine code that the browser makes of the program: that grows as long as it finds more to make. */
  readonly heapMegabytes: number
  readonly seconds: number
}

/** Counts what a window holds after a garbage collection. */
async function count(devtools: CDPSession) {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (wanted: string) =>
    metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
  return { nodes: metric('Nodes'), listeners: metric('JSEventListeners') }
}

/** Counts until two counts agree: what waits for the browser to be idle is let go a moment later. */
async function settledCount(devtools: CDPSession) {
  let before = await count(devtools)
  for (let times = 0; times < 10; times++) {
    const now = await count(devtools)
    if (now.nodes === before.nodes && now.listeners === before.listeners) break
    before = now
  }
  return before
}

/** The part of a heap's snapshot that is read here. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: unknown[][] }
  }
  readonly nodes: readonly number[]
}

/** The size of everything on the heap that is no compiled code, in megabytes. */
async function heapMegabytes(devtools: CDPSession): Promise<number> {
  const chunks: string[] = []
  const collect = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk)
  devtools.on('HeapProfiler.addHeapSnapshotChunk', collect)
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  devtools.off('HeapProfiler.addHeapSnapshotChunk', collect)
  const { snapshot, nodes }: Snapshot = JSON.parse(chunks.join(''))
  const { node_fields: fields, node_types: types } = snapshot.meta
  const kinds = types[0]
  const code = Array.isArray(kinds) ? kinds.indexOf('code') : -1
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (nodes[node + type] !== code) bytes += nodes[node + size] ?? 0
  }
  return bytes / 1e6
}

async function held(page: Page, seconds: number): Promise<Held> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const settled = await settledCount(devtools)
  const all = { ...settled, heapMegabytes: await heapMegabytes(devtools), seconds }
  await devtools.detach()
  return all
}

/** Rates so many indicators at the pace of a quick typist, hands over, and waits for the next person's page. */
async function rateAndHandOver(page: Page, indicators: number): Promise<number> {
  await joinAs(page, 'ADCS')
  const begun = performance.now()
  for (let key = 0; key < indicators * 2; key++) {
    const next = new Promise(resolve => setTimeout(resolve, PACE_MS))
    await page.keyboard.press(String(1 + (key % 5)))
    await next
  }
  const finish = page.getByRole('button', { name: 'Finish', exact: true })
  if (await finish.isVisible()) await finish.click()
  await page.getByRole('button', { name: 'Finish and hand over' }).click()
  const seconds = (performance.now() - begun) / 1000
  await page.getByRole('button', { name: 'I’m the next person' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hello' })).toBeVisible()
  return seconds
}

// Forty who rate all 106 take some eighteen minutes, which were measured once and are not waited for each time.
for (const [people, indicators] of [
  [4, 8],
  [40, 20],
] as const) {
  test(`what a window holds after each of ${people} people does not grow, at ten keys a second`, {
    tag: '@long',
  }, async ({ page, served }) => {
    test.setTimeout(people * (indicators * 400 + 20_000))
    await nextParticipant(page, served, await prepareRoom(served))
    const after: Held[] = []
    for (let person = 0; person < people; person++) {
      after.push(await held(page, await rateAndHandOver(page, indicators)))
    }
    // The first one loads what all the others use as well.
    const [, first, ...others] = after
    if (!first) throw new Error('Nobody has rated.')
    const last = others.at(-1) ?? first
    for (const [when, { nodes, listeners, heapMegabytes, seconds }] of [
      ['second', first],
      ['last', last],
    ] as const) {
      process.stdout.write(
        `after the ${when} of ${people}: ${nodes} nodes, ${listeners} listeners, ` +
          `${heapMegabytes.toFixed(2)} MB, ${seconds.toFixed(1)} s\n`,
      )
    }
    for (const one of others) {
      expect(one.nodes).toBeLessThanOrEqual(first.nodes * 1.1)
      expect(one.listeners).toBeLessThanOrEqual(first.listeners * 1.1)
      expect(one.heapMegabytes).toBeLessThanOrEqual(first.heapMegabytes * 1.1)
    }
  })
}
