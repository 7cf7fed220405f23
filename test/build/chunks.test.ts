import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.ts'
import { projectPath } from '../../build/project.ts'

/** The most that a program may load before its command, its page or its file, in bytes. */
const MOST = 200_000

/** The files that a file of the bundle imports at once, as the bundler writes it. */
const IMPORTED = /^(?:import|export)\b[^;]*?["']\.\/([\w.-]+)["']/gm

/** The bytes of a file of the bundle and of all that it imports at once. */
function bytesAtOnce(entry: string): number {
  const found = new Set([entry])
  let bytes = 0
  // A set that grows while it is gone through is gone through to its end.
  for (const name of found) {
    const text = readFileSync(projectPath(`dist/node/${name}`), 'utf8')
    bytes += text.length
    for (const [, imported = ''] of text.matchAll(IMPORTED)) found.add(imported)
  }
  return bytes
}

beforeAll(() => buildIfStale(['node']), 60_000)

it.each(['cli.mjs', 'server.mjs', 'reader.mjs'])(
  'loads little of the program before %s does anything',
  entry => {
    expect(bytesAtOnce(entry)).toBeGreaterThan(1_000)
    expect(bytesAtOnce(entry)).toBeLessThan(MOST)
  },
)
