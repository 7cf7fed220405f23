import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { EngineClient } from '../../shared/host.ts'
import { counts } from '../helpers/counts.ts'
import { lookAtAnswers } from '../helpers/look-at-answers.ts'
import { rating } from '../helpers/sample-workbook.ts'
import { createTestEngine } from '../helpers/test-engine.ts'
import { call, OPERATIONS, type Path } from './operations.ts'

const SEED = 20261130
const EACH = counts.randomCalls
const random = seededRandom(SEED)
const below = (count: number): number => Math.floor(random() * count)
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T

interface Described {
  readonly '~orpc': {
    readonly inputSchema?: { readonly shape?: Readonly<Record<string, unknown>> }
  }
}

/** The input of an operation, as the contract describes it. */
function inputSchemaOf([namespace, name]: Path) {
  const operations = contract as unknown as Record<string, Record<string, Described>>
  return operations[namespace]?.[name]?.['~orpc'].inputSchema
}
const fieldsOf = (path: Path): readonly string[] => Object.keys(inputSchemaOf(path)?.shape ?? {})

/** One that takes nothing has nothing to refuse. */
const ASKED = OPERATIONS.filter(path => inputSchemaOf(path) !== undefined)
const FIELDS = [...new Set(ASKED.flatMap(fieldsOf))]

const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  10n,
  '',
  'a',
  'é'.repeat(5_000),
  '../../../etc/passwd',
  'C:\\Windows\\win.ini',
  "'; DROP TABLE rating; --",
  '=1+1',
  '\u0000\ud800',
  new Date(0),
  new Uint8Array([1, 2, 3]),
  new Map([['a', 1]]),
]

/** A value by chance, at times one that is known to the workbook. */
function chance(known: readonly string[], depth = 0): unknown {
  const kind = below(depth > 2 ? 6 : 9)
  if (kind < 3) return oneOf(VALUES)
  if (kind < 5) return oneOf(known)
  if (kind === 5) return uuidv7()
  if (kind === 6) return Array.from({ length: below(4) }, () => chance(known, depth + 1))
  return Object.fromEntries(
    Array.from({ length: below(5) }, () => [
      oneOf([...FIELDS, '__proto__', 'constructor']),
      chance(known, depth + 1),
    ]),
  )
}

/** An input by chance: often with the fields that the operation takes, and with the real workbook. */
function inputOf(fields: readonly string[], workbook: string, known: readonly string[]): unknown {
  if (fields.length === 0 || random() < 0.2) return chance(known)
  const entries = fields.flatMap(field => {
    if (field === 'workbook' && random() < 0.7) return [[field, workbook]]
    return random() < 0.1 ? [] : [[field, chance(known)]]
  })
  return Object.fromEntries(entries)
}

/** All that lies in a library, by name and content; of workbooks only that they are there. */
function filesIn(folder: string): string {
  const hash = createHash('sha256')
  for (const name of globSync('**/*', { cwd: folder }).toSorted()) {
    if (/-(wal|shm)$/.test(name)) continue
    hash.update(name)
    const path = join(folder, name)
    if (!/sqlite$/.test(name) && statSync(path).isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

it(`changes nothing by ${EACH} refused calls of each operation, made by chance`, async () => {
  using engine = createTestEngine()
  const client: EngineClient = createRouterClient(engine.router)
  const { id: workbook } = await client.library.createExample({
    title: 'Try',
    scale: 5,
    madeUp: false,
  })
  const details = { title: 'Spring', date: '2026-03-09', venue: '', groups: ['ADCS'] }
  const { id: workshop } = await client.workshop.add({ workbook, ...details })
  const someone = await client.participant.add({ workbook, workshop, group: 'ADCS' })
  const [indicator] = (await client.framework.get({ workbook })).indicators
  const said = rating(someone.id, indicator?.id ?? '', 4, { comment: 'Said once' })
  await client.rating.record({ workbook, ...said })
  const known = [workbook, workshop, someone.id, said.id, said.indicator, 'ADCS', 'usefulness']
  const folder = engine.folder.file('library')
  const [file = ''] = globSync('*.sqlite', { cwd: folder })
  // Tells of every commit of another connection by a number, at no cost.
  const watching = new Database(join(folder, file), { readonly: true })
  const version = (): unknown => watching.pragma('data_version', { simple: true })
  const odd: string[] = []
  let refused = 0
  try {
    for (const path of ASKED) {
      const fields = fieldsOf(path)
      let files = filesIn(folder)
      for (let calls = 0; calls < EACH; calls++) {
        const before = version()
        const { error, data } = await call(client, path, inputOf(fields, workbook, known))
        if (error === null) {
          if (Symbol.asyncIterator in Object(data)) {
            await (data as AsyncGenerator<unknown>).return(undefined)
          }
          // Whoever hits upon a call that makes sense is answered.
          files = filesIn(folder)
          continue
        }
        refused += 1
        if (version() !== before) odd.push(`${path.join('.')}: wrote, though it refused`)
        if ((error as { code?: string }).code === 'INTERNAL_SERVER_ERROR') {
          odd.push(`${path.join('.')}: ${error.message}`)
        }
      }
      expect(filesIn(folder), path.join('.')).toBe(files)
    }
  } finally {
    watching.close()
  }
  // Refused for a reason that the contract knows, not by a fault of ours.
  expect(odd).toEqual([])
  expect(refused).toBeGreaterThan(ASKED.length * EACH * 0.8)
  await lookAtAnswers(client, workbook)
  expect(await client.rating.list({ workbook, participant: someone.id })).toMatchObject([said])
})
