/** A query of ours: its name, what it is about, and the SQL that makes it, in a subset that all dialects share. */
export interface Query {
  readonly name: string
  /** A sentence for whoever reads the file; left out where the query goes on with the one before. */
  readonly words?: string
  /** True to compute it once and keep it, because others ask it again and again; left out, it is a view. */
  readonly kept?: true
  readonly sql: string
}

/** Everything in which the SQL of two engines differs, as far as our queries need it. */
export interface Dialect {
  readonly name: 'duckdb' | 'spark'
  /** A name that is a word of the language. */
  readonly quoted: (name: string) => string
  readonly view: (name: string, sql: string) => string
  readonly table: (name: string, sql: string) => string
  /** The texts of a group of rows in their order, as one text. */
  readonly joined: (text: string) => string
  /** A row for each part of a text that is parted by commas. */
  readonly parts: (text: string) => string
  /** A number whose difference tells two rows of these columns apart. */
  readonly digest: (columns: readonly string[]) => string
  /** The end of everything, with a sentence. */
  readonly refusal: (sentence: string) => string
  /** A first line by which whoever runs the file says where folders of records are. */
  readonly folders: string
  /** A view on the files of a table in all of those folders. */
  readonly files: (view: string, table: string) => string
}

/** The SQL of DuckDB. */
export const DUCKDB: Dialect = {
  name: 'duckdb',
  quoted: name => `"${name}"`,
  view: (name, sql) => `CREATE VIEW ${name} AS\n${sql};`,
  table: (name, sql) => `CREATE TEMP TABLE ${name} AS\n${sql};`,
  joined: text => `string_agg(${text}, ' ' ORDER BY ${text})`,
  parts: text => `unnest(string_split(${text}, ','))`,
  digest: columns => `hash(${columns.join(', ')})`,
  refusal: sentence => `error('${sentence}')`,
  folders: `SET VARIABLE folders = '*';`,
  files: (view, table) =>
    `CREATE VIEW ${view} AS SELECT * FROM read_parquet(getvariable('folders') || ` +
    `'/records/${table}/*/*.parquet', hive_partitioning = false);`,
}

/** The SQL of Spark. */
export const SPARK: Dialect = {
  name: 'spark',
  quoted: name => `\`${name}\``,
  view: (name, sql) => `CREATE OR REPLACE TEMPORARY VIEW ${name} AS\n${sql};`,
  // A cached view would still be planned with all that it rests on, which takes longer than any of the work.
  table: (name, sql) =>
    `DROP TABLE IF EXISTS ${name};\nCREATE TABLE ${name} USING parquet AS\n${sql};`,
  joined: text => `array_join(sort_array(collect_list(${text})), ' ')`,
  parts: text => `explode(split(${text}, ','))`,
  digest: columns => `xxhash64(${columns.join(', ')})`,
  refusal: sentence => `raise_error('${sentence}')`,
  folders:
    'SET folders=*;\nCREATE DATABASE IF NOT EXISTS framework_workbook;\nUSE framework_workbook;',
  files: (view, table) =>
    `CREATE OR REPLACE TEMPORARY VIEW ${view} USING parquet ` +
    `OPTIONS (path '\${folders}/records/${table}/*/*.parquet');`,
}

/** The text of queries in a dialect, each with what it is about. */
export const inDialect = (dialect: Dialect, queries: readonly Query[]): string =>
  queries
    .map(({ name, words, kept, sql }) => {
      const made = kept ? dialect.table(name, sql) : dialect.view(name, sql)
      return words === undefined ? made : `-- ${words}\n${made}`
    })
    .join('\n\n')
