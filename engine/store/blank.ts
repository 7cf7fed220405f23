import Database from 'better-sqlite3'
import { describeSchema, type Migration, migrate, newestVersion } from './migrate.ts'

/** "FWKB", the application id that distinguishes a workbook from other SQLite files. */
export const APPLICATION_ID = 0x46574b42

/** A workbook file with nothing in it: its schema as one text, and its bytes. */
interface Blank {
  readonly schema: string
  readonly bytes: Buffer
}

/** Blank files that were made, by their version: the program has one list of steps, whose beginnings these are. */
const blanks = new Map<number, Blank>()

/**
 * The file that the program's steps make, up to the last of these. Made once for each version, as it takes longer
 * than all else of creating or opening a workbook.
 */
function blankOf(migrations: readonly Migration[]): Blank {
  const version = newestVersion(migrations)
  const known = blanks.get(version) ?? makeBlank(migrations)
  blanks.set(version, known)
  return known
}

/** The schema that the program's steps make. A file with any other has something that this program did not put there. */
export const expectedSchema = (migrations: readonly Migration[]): string =>
  blankOf(migrations).schema

/** The bytes of a workbook file that these steps have made and nobody has written to. */
export const blankFile = (migrations: readonly Migration[]): Buffer => blankOf(migrations).bytes

function makeBlank(migrations: readonly Migration[]): Blank {
  const scratch = new Database(':memory:')
  try {
    // Ratings are long rows, so pages of twice SQLite's default size are fewer to log and to write back.
    scratch.pragma('page_size = 8192')
    scratch.pragma(`application_id = ${APPLICATION_ID}`)
    migrate(scratch, migrations)
    // Steps that make a table anew leave the pages of the former one.
    scratch.exec('VACUUM')
    return { schema: describeSchema(scratch), bytes: scratch.serialize() }
  } finally {
    scratch.close()
  }
}
