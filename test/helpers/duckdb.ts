import { DuckDBInstance } from '@duckdb/node-api'

/** A DuckDB in memory, with its own reader of Parquet. */
export interface Duck {
  readonly run: (sql: string) => Promise<void>
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly close: () => void
}

/** Starts a DuckDB that fetches nothing: what is not built in is an error at once. */
export async function openDuck(folder?: string): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '1',
  })
  const connection = await instance.connect()
  // Files that SQL names are found from here, as by somebody who starts DuckDB in the folder.
  if (folder) await connection.run(`SET file_search_path = '${folder.replaceAll("'", "''")}'`)
  return {
    run: async sql => void (await connection.run(sql)),
    rows: async sql =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS().map(row => plain(row)),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

const plain = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  )
