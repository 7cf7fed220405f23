import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'

/** Everything that a window holds, as somebody with every tool of the browser finds it. */
export interface WindowTraces {
  /** The page's elements, its title, its history and its storages, and the values in its fields. */
  readonly page: string
  /** All strings of the page's memory, names of elements that are in no page any more among them. */
  readonly heap: string
  /** The elements that are in memory but in no page any more. */
  readonly detached: readonly string[]
}

/** Looks through a window. */
export async function tracesIn(page: Page): Promise<WindowTraces> {
  const devtools = await page.context().newCDPSession(page)
  try {
    const shown = await page.evaluate(readPage)
    const history = await devtools.send('Page.getNavigationHistory')
    const detached = await detachedElements(devtools)
    const heap = await heapStrings(devtools)
    return { page: `${shown} ${JSON.stringify(history)}`, heap, detached }
  } finally {
    await devtools.detach()
  }
}

/** Runs in the page: what a script there can read. */
async function readPage(): Promise<string> {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')]
  const databases = await indexedDB.databases()
  return JSON.stringify({
    markup: document.documentElement.outerHTML,
    fields: fields.map(({ value, checked }) => [value, checked]),
    title: document.title,
    address: location.href,
    state: history.state,
    name: window.name,
    selected: String(getSelection()),
    kept: { ...localStorage, ...sessionStorage },
    cookies: document.cookie,
    databases,
    caches: await caches.keys(),
  })
}

interface TreeNode {
  readonly localName: string
  readonly nodeValue: string
  readonly attributes?: readonly string[]
  readonly children?: readonly TreeNode[]
}

const describeTree = ({
  localName,
  nodeValue,
  attributes = [],
  children = [],
}: TreeNode): string[] => [
  [localName, nodeValue, ...attributes].join(' '),
  ...children.flatMap(describeTree),
]

/** Elements that nothing needs are collected first; what is left is kept by something. */
async function detachedElements(devtools: CDPSession): Promise<readonly string[]> {
  await devtools.send('DOM.enable')
  await devtools.send('HeapProfiler.collectGarbage')
  const { detachedNodes } = await devtools.send('DOM.getDetachedDomNodes')
  return detachedNodes.flatMap(({ treeNode }) => describeTree(treeNode))
}

async function heapStrings(devtools: CDPSession): Promise<string> {
  const chunks: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  const { strings }: { readonly strings: readonly string[] } = JSON.parse(chunks.join(''))
  return strings.join('\n')
}

/** The files below a folder that hold some words, in either of the ways in which programs write letters. */
export function filesWith(folder: string, words: string): readonly string[] {
  const ways = [Buffer.from(words, 'utf8'), Buffer.from(words, 'utf16le')]
  return globSync('**/*', { cwd: folder }).filter(name => {
    const file = join(folder, name)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false
    const bytes = readFileSync(file)
    return ways.some(way => bytes.includes(way))
  })
}
