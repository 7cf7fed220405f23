import Database from 'better-sqlite3'
import { addNote } from '../../engine/diary/notes.ts'
import { systemClock } from '../../engine/program.ts'
import { getTotals } from '../../engine/store/reports/tallies.ts'
import { openSoundForReading } from '../../engine/verify/soundness.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import { type Benchmark, compare, exampleLibrary } from './benchmark.ts'

const CHECKS = 9
const CHECKPOINTS = 200
/** A small workbook, which every opening checks in full, and one of a little over 240,000 ratings. */
const SIZES = [
  { workshops: 1, participants: 20, seed: 1 },
  { workshops: 3, participants: 410, seed: 1 },
]

/** The check that a workbook passes before it is opened or anything leaves it, against SQLite's own quick one. */
export async function benchOpening(): Promise<readonly Benchmark[]> {
  const results: Benchmark[] = []
  for (const size of SIZES) {
    const { library, workbook } = exampleLibrary(size)
    const { file } = workbook.store
    const ratings = getTotals(workbook.store).ratings.toLocaleString('en')
    library.close()
    results.push(
      await compare(`opening check of ${ratings} ratings, against SQLite’s own`, CHECKS, {
        floor: () => quickCheck(file),
        ours: () => openSoundForReading(file).database.close(),
      }),
    )
  }
  return results
}

function quickCheck(file: string): void {
  const database = new Database(file, { readonly: true })
  database.pragma('quick_check')
  database.close()
}

/** Writing the log of one commit back into the file, against SQLite's own word for it. */
export async function benchCheckpoint(): Promise<Benchmark> {
  const { library, workbook } = exampleLibrary({ workshops: 1, participants: 1, seed: 1 })
  const { file } = workbook.store
  library.close()
  const opened = openWorkbook(file, { appVersion: '0.0.0-bench', clock: systemClock })
  const bare = new Database(file.replace(/\.sqlite$/, '-bare.sqlite'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 0']) {
    bare.pragma(pragma)
  }
  bare.exec('CREATE TABLE line (text TEXT) STRICT')
  const insert = bare.prepare('INSERT INTO line VALUES (?)')
  const result = await compare('commit and its checkpoint, against SQLite’s own', CHECKPOINTS, {
    floor: turn => {
      insert.run(String(turn))
      bare.pragma('wal_checkpoint(PASSIVE)')
    },
    ours: turn => {
      addNote(opened, { text: String(turn) })
      opened.store.checkpoint('passive')
    },
  })
  opened.close()
  bare.close()
  return result
}
