import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import Database from 'better-sqlite3'
import { v7 as uuidv7 } from 'uuid'
import { portAnswerer } from '../../electron/engine-process/answer-port.ts'
import { createEngine } from '../../engine/engine.ts'
import { createFilePermits } from '../../engine/files/permits.ts'
import { forkReader } from '../../engine/files/reader-process.ts'
import { portLink } from '../../renderer/data/host/port-link.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { type Benchmark, compare, exampleLibrary } from './benchmark.ts'

const SAVES = 1_000
/** The answers of a first participant: a room's laptop saves thousands in a day, of which these are the coldest. */
const FIRST_SAVES = 212

/** One answer of a turn, durable, through the contract over a message port, as the desktop saves it. */
export async function benchSaveRating(): Promise<Benchmark> {
  const floor = bareInsert()
  const ours = await contractSave()
  const result = await compare(
    `save one rating, after the first ${FIRST_SAVES}`,
    SAVES,
    { floor: floor.save, ours: ours.save },
    FIRST_SAVES,
  )
  floor.close()
  ours.close()
  return result
}

/** The least a durable save can cost: one prepared insert of the same row, with the same pragmas. */
function bareInsert() {
  const database = new Database(
    join(mkdtempSync(join(tmpdir(), 'workbook-floor-')), 'floor.sqlite'),
  )
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) {
    database.pragma(pragma)
  }
  database.exec(`CREATE TABLE rating (id TEXT PRIMARY KEY, participant TEXT, framework TEXT,
    indicator TEXT, criterion TEXT, round INTEGER, answer TEXT, level INTEGER, comment TEXT,
    wording TEXT, entry TEXT, recorded_at TEXT, device TEXT) STRICT`)
  const insert = database.prepare(
    'INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const [someone, device, hash] = [uuidv7(), uuidv7(), 'f'.repeat(64)]
  const save = () => {
    const now = new Date().toISOString()
    const about = [someone, hash, uuidv7(), 'usefulness', 1, 'level', 4, '', 'title', 'screen']
    return insert.run(uuidv7(), ...about, now, device)
  }
  return { save, close: () => database.close() }
}

async function contractSave() {
  const { folder, library, workbook } = exampleLibrary({ workshops: 1, participants: 1, seed: 1 })
  library.close()
  const permits = createFilePermits()
  const startReader = forkReader()
  const engine = createEngine({
    libraryFolder: folder,
    appVersion: '0.0.0-bench',
    permits,
    startReader,
  })
  const { port1, port2 } = new MessageChannel()
  portAnswerer(engine.router)(port1)
  const client: ContractRouterClient<Contract> = createORPCClient(portLink(port2))
  const [workshop] = await client.workshop.list({ workbook: workbook.id })
  const [person] = await client.participant.list({
    workbook: workbook.id,
    workshop: workshop?.id ?? '',
  })
  const { indicators, hash } = await client.framework.get({ workbook: workbook.id })
  const who = { workbook: workbook.id, participant: person?.id ?? '' }
  const begun = await client.turn.begin({ ...who, round: 1 })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const save = (count: number) =>
    client.turn.save({
      ...who,
      turn: begun.turn,
      draft: {
        part: 'answer',
        indicator: indicators[count % indicators.length]?.id ?? '',
        criterion: 'usefulness',
        answer: { kind: 'level', level: (count % 5) + 1 },
        wording: 'title',
        framework: hash,
      },
    })
  const close = () => {
    port1.close()
    engine.close()
  }
  return { save, close }
}
