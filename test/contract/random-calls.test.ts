import { hash } from 'node:crypto'
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inspect } from 'node:util'
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
/** So many answers are many; and so many calls apart, files are looked at, after the first that many. */
const OFTEN = 50
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

/**
 * Reads all that lies in a library, by name and content; of workbooks only that they are there, and nothing of the log.
 * A file that nobody wrote to since is not read again.
 */
function watchFiles(folder: string): () => string {
  const known = new Map<string, string>()
  const contentOf = (path: string): string => {
    const { ino, size, ctimeNs } = statSync(path, { bigint: true })
    const key = `${path} ${ino} ${size} ${ctimeNs}`
    const content = known.get(key) ?? `${path} ${hash('sha256', readFileSync(path))}`
    known.set(key, content)
    return content
  }
  return () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map(entry => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
      .filter(({ path }) => !/-(wal|shm)$|^log/.test(relative(folder, path)))
      .map(({ path, isFile }) => (isFile && !/sqlite$/.test(path) ? contentOf(path) : path))
      .toSorted()
      .join('\n')
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
  // Of this one no call knows anything, and one that makes sense may well withdraw the other.
  const unnamed = await client.participant.add({ workbook, workshop, group: 'ADCS' })
  const unasked = rating(unnamed.id, indicator?.id ?? '', 2, { comment: 'Said by another' })
  await client.rating.record({ workbook, ...unasked })
  const known = [workbook, workshop, someone.id, said.id, said.indicator, 'ADCS', 'usefulness']
  const folder = engine.folder.file('library')
  const [file = ''] = globSync('*.sqlite', { cwd: folder })
  // Tells of every commit of another connection by a number, at no cost.
  const watching = new Database(join(folder, file), { readonly: true })
  const version = watching.prepare('PRAGMA data_version').pluck()
  const filesIn = watchFiles(folder)
  const odd: string[] = []
  let refused = 0
  try {
    for (const path of ASKED) {
      const fields = fieldsOf(path)
      let files = filesIn()
      let answered = 0
      for (let calls = 0; calls < EACH; calls++) {
        // One that answers whoever names the workbook is asked for others, when it has answered often.
        const isFree = answered > OFTEN && answered > calls / 2
        const input = inputOf(fields, isFree ? uuidv7() : workbook, known)
        const note = (what: string) => odd.push(`${path.join('.')} ${what}, of ${inspect(input)}`)
        const before = version.get()
        const { error, data } = await call(client, path, input)
        if (error === null) {
          if (Symbol.asyncIterator in Object(data)) {
            await (data as AsyncGenerator<unknown>).return(undefined)
          }
          // Whoever hits upon a call that makes sense is answered.
          answered += 1
          files = filesIn()
          continue
        }
        refused += 1
        if (version.get() !== before) note('wrote, though it refused')
        if ((error as { code?: string }).code === 'INTERNAL_SERVER_ERROR') note(error.message)
        if (calls > OFTEN && calls % OFTEN > 0) continue
        const now = filesIn()
        if (now !== files) note(`changed files, at the latest in call ${calls}`)
        files = now
      }
      expect(filesIn(), path.join('.')).toBe(files)
    }
  } finally {
    watching.close()
  }
  // Refused for a reason that the contract knows, not by a fault of ours.
  expect(odd).toEqual([])
  expect(refused).toBeGreaterThan(ASKED.length * EACH * 0.8)
  await lookAtAnswers(client, workbook)
  const kept = await client.rating.list({ workbook, participant: unnamed.id })
  expect(kept).toMatchObject([unasked])
}, 1_800_000)
