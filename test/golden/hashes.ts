import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { unzip } from '../helpers/programs.ts'
import { fromBefore } from './places.ts'

/** The SHA-256 of a file and of the parts in it by name, where it is a zip; of a folder, of its files. */
export type Hashes = Readonly<Record<string, string>>

const RECORDS = 'hashes.json'
const WHOLE = 'whole file'
const IS_RECORDING = process.env.RECORD_GOLDEN === '1'

/** Hashes a file, or a folder file by file. */
export async function hashesOf(path: string): Promise<Hashes> {
  if (statSync(path).isDirectory()) {
    const names = globSync('**/*', { cwd: path }).filter(name =>
      statSync(join(path, name)).isFile(),
    )
    const named = names.map(name => [
      name.replaceAll('\\', '/'),
      hashOf(readFileSync(join(path, name))),
    ])
    return Object.fromEntries(named.toSorted())
  }
  const bytes = readFileSync(path)
  const parts = bytes.subarray(0, 2).toString() === 'PK' ? await unzip(bytes) : new Map()
  return {
    [WHOLE]: hashOf(bytes),
    ...Object.fromEntries([...parts].map(([name, part]) => [name, hashOf(part)])),
  }
}

/**
 * Expects a file to be, byte for byte, the one that was recorded under this name. The parts of a zip are
 * compared first, to say which of them changed: a whole file that differs although no part does was
 * packed otherwise, as by another version of zlib.
 */
export async function expectSameBytes(name: string, path: string): Promise<void> {
  expectSameHashes(name, await hashesOf(path))
}

/**
 * Expects the parts of a zip to be those that were recorded, once `comparable` has taken out of their
 * texts what no two runs share. The zip around them has the times at which they were packed.
 */
export async function expectSameParts(
  name: string,
  path: string,
  comparable: (text: string) => string,
): Promise<void> {
  const parts = [...(await unzip(readFileSync(path)))]
  const hashed = parts.map(([part, bytes]) => [part, hashOf(Buffer.from(comparable(`${bytes}`)))])
  expectSameHashes(name, Object.fromEntries(hashed))
}

/** Expects a text that is not in a file to be, byte for byte, the one that was recorded. */
export function expectSameText(name: string, text: string): void {
  expectSameHashes(name, { [WHOLE]: hashOf(Buffer.from(text)) })
}

function expectSameHashes(name: string, hashes: Hashes): void {
  const records: Record<string, Hashes> = existsSync(fromBefore(RECORDS))
    ? JSON.parse(readFileSync(fromBefore(RECORDS), 'utf8'))
    : {}
  if (IS_RECORDING) {
    records[name] = hashes
    const sorted = Object.fromEntries(Object.entries(records).toSorted())
    writeFileSync(fromBefore(RECORDS), `${JSON.stringify(sorted, null, 2)}\n`)
  }
  const { [WHOLE]: whole, ...parts } = hashes
  const { [WHOLE]: wholeBefore, ...partsBefore } = records[name] ?? {}
  expect(parts).toEqual(partsBefore)
  expect(whole).toBe(wholeBefore)
  expect(Object.keys(hashes).length, 'something was hashed').toBeGreaterThan(0)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
