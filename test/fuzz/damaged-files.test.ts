import { fork } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { forkReader, READER_HEAP_MB } from '../../engine/files/reader-process.ts'
import { readSpreadsheet } from '../../engine/files/spreadsheet/read-spreadsheet.ts'
import { seededRandom } from '../../engine/ratings/synthetic/random.ts'
import { counts, isLongRun } from '../helpers/counts.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { createTestEngine } from '../helpers/test-engine.ts'
import { damage, originals } from './damage.ts'

const FILES = counts.damagedFiles
/** The time that counts as a hang here, on however busy a machine; the program itself waits for 10 s. */
const MOST_MILLISECONDS = 30_000
/** `FUZZ_SEED=17 npm test` makes the same damage once more. */
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000))

const CHILD = fileURLToPath(new URL('./read-damaged.ts', import.meta.url))

interface Ended {
  readonly index: number
  readonly ended: string
  readonly what: string
  /** The number of files so far that became a version of the workbook that they were loaded into. */
  readonly loaded: number
}

/** Lets one process read files from `from` on; it ends with them, or when it hangs or dies. */
function readFrom(folder: string, from: number): Promise<readonly Ended[]> {
  return new Promise(resolve => {
    const child = fork(CHILD, [folder, `${SEED}`, `${from}`, `${FILES}`], {
      execArgv: [`--max-old-space-size=${READER_HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const ended: Ended[] = []
    const kill = () => child.kill('SIGKILL')
    let timer = setTimeout(kill, 2 * MOST_MILLISECONDS)
    child.on('message', message => {
      ended.push(message as Ended)
      clearTimeout(timer)
      timer = setTimeout(kill, MOST_MILLISECONDS)
    })
    child.once('exit', () => {
      clearTimeout(timer)
      resolve(ended)
    })
  })
}

it(`comes through ${FILES} damaged files without a crash, a hang, a lost row or a trace in the workbook`, {
  timeout: 600_000,
}, async () => {
  console.log(`FUZZ_SEED=${SEED}`)
  using folder = tempFolder()
  const all: Ended[] = []
  const killed: number[] = []
  while (all.length + killed.length < FILES && killed.length < 5) {
    const ended = await readFrom(folder.path, all.length + killed.length)
    all.push(...ended)
    if (all.length + killed.length < FILES) killed.push(all.length + killed.length)
  }
  const count = (how: string) => all.filter(({ ended }) => ended === how).length
  console.log(
    `${count('refused')} refused, ${count('problems named')} with problems named, ` +
      `${count('loadable')} loadable, ${killed.length} readers killed`,
  )
  expect(all.filter(({ ended }) => ended.startsWith('fault:'))).toEqual([])
  // None of these files is made to hurt, but a parser of old Excel files can be led astray by a flipped bit.
  // Then the program ends the reader and refuses the file; of that there may be little.
  expect(killed.length).toBeLessThan(3)
  const files = await originals()
  for (const index of killed) {
    const { name, bytes } = damage(seededRandom(SEED * 1_000_003 + index), files)
    console.log(`${name}, file ${index}, ended its reader`)
    const path = folder.file('ends-its-reader')
    writeFileSync(path, bytes)
    expect(await readSpreadsheet(forkReader(), path)).toMatchObject({ kind: 'refused' })
  }
  // Whole versions were stored too, so that a workbook that nothing can change proves nothing.
  expect(all.at(-1)?.loaded).toBeGreaterThan(3)
  for (const how of ['refused', 'problems named', 'loadable'])
    expect(count(how)).toBeGreaterThan(FILES / 30)
})

it.runIf(isLongRun)(
  'leaves the library byte for byte as it was after each refusal',
  {
    timeout: 120_000,
  },
  async () => {
    using engine = createTestEngine()
    const client = createRouterClient(engine.router)
    await client.library.createExample({ title: 'Here before', scale: 5, madeUp: false })
    const library = engine.folder.file('library')
    const contents = () =>
      readdirSync(library)
        // Refusals are logged, by their codes.
        .filter(name => name !== 'log')
        .toSorted()
        .map(file => [file, readFileSync(`${library}/${file}`, 'base64')])
    const before = contents()
    const files = await originals()
    let refused = 0
    for (let index = 0; refused < 10; index++) {
      const { name, bytes } = damage(seededRandom(SEED * 1_000_003 + index), files)
      const path = engine.folder.file('upload')
      writeFileSync(path, bytes)
      const file = engine.permits.grant({ path, name })
      const outcome = await client.framework.check({ file })
      const hasErrors = 'issues' in outcome && outcome.issues.some(one => one.severity === 'error')
      if (!('refused' in outcome) && !hasErrors) continue
      refused++
      const create = client.library.create({ title: 'Never made', scale: 5, file })
      await expect(create).rejects.toThrow(name)
      expect(contents()).toEqual(before)
    }
  },
)
