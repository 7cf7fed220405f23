import type { Query } from '../parquet/dialect.ts'

/** The number of tables in which ways are put together: each has them four times as long, so ways of 64 steps are found. */
const TABLES = 3

/** The columns of the pairs of a closure. */
interface Pairs {
  readonly from: string
  readonly to: string
  /** A column that both pairs of a way must share. */
  readonly within?: string
  /** The column that counts the steps of the longest way; left out, they are not counted. */
  readonly steps?: string
}

/**
 * The pairs that can be reached from those of the table `name_0`, which has each thing with itself too, as the
 * table `name`. Not every engine has recursive queries, so pairs are joined with themselves as often as is enough.
 */
export function closure(name: string, { from, to, within, steps }: Pairs): readonly Query[] {
  const shared = within === undefined ? [] : [within]
  const keys = [...shared.map(column => `one.${column}`), `one.${from}`, `other.${to}`]
  const joined = shared.map(column => ` AND other.${column} = one.${column}`).join('')
  const longest = steps === undefined ? '' : `, max(one.${steps} + other.${steps}) AS ${steps}`
  const doubled = (pairs: string): string => `SELECT ${keys.join(', ')}${longest}
FROM ${pairs} AS one JOIN ${pairs} AS other ON other.${from} = one.${to}${joined}
GROUP BY ${keys.join(', ')}`
  return Array.from({ length: TABLES }, (_, at) => ({
    name: at + 1 === TABLES ? name : `${name}_${at + 1}`,
    kept: true,
    sql: `WITH twice AS (\n${doubled(`${name}_${at}`)})\n${doubled('twice')}`,
  }))
}
