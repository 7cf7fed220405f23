import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking'

/** A DuckDB in memory, of the build that needs no binary of its own. */
export interface Duck {
  readonly run: (sql: string) => void
  readonly rows: (sql: string) => readonly Readonly<Record<string, unknown>>[]
}

/** Starts a DuckDB that fetches nothing: what is not built in is an error at once. */
export async function openDuck(): Promise<Duck> {
  const folder = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'))
  const bundle = (name: string) => ({ mainModule: join(folder, name), mainWorker: '' })
  const bundles = { mvp: bundle('duckdb-mvp.wasm'), eh: bundle('duckdb-eh.wasm') }
  const duck = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME)
  await duck.instantiate()
  duck.open({})
  const connection = duck.connect()
  connection.query('SET autoinstall_known_extensions = false')
  connection.query('SET autoload_known_extensions = false')
  return {
    run: sql => void connection.query(sql),
    // Through JSON, as its numbers are of several kinds.
    rows: sql =>
      connection
        .query(sql)
        .toArray()
        .map(row => JSON.parse(JSON.stringify(row, plainNumbers)) as Record<string, unknown>),
  }
}

const plainNumbers = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? Number(value) : value
