import { verifyWords as say } from '../../shared/messages/packages.ts'
import { WorkbookError } from '../errors.ts'
import { hashVersion } from '../frameworks/versions/hash.ts'
import { lineageOf } from '../frameworks/versions/in-use.ts'
import type { Program } from '../program.ts'
import { closingOnFailure, namesItsJournal } from '../store/connection/database.ts'
import { withDamageNamed } from '../store/connection/failures.ts'
import { openStoreForReading } from '../store/connection/read-only.ts'
import { findUnsound } from '../store/connection/seals.ts'
import {
  getAllFrameworks,
  getAllIndicators,
  getAllReplacements,
  getAllSplits,
} from '../store/records/frameworks.ts'
import {
  countBrokenReferences,
  countCrossedSupersessions,
  countOffScale,
  countWithoutIndicator,
  findDamage,
  hasOwnSchema,
} from '../store/reports/checks.ts'
import type { ReadableStore } from '../store/store.ts'
import { asWorkbook } from '../workbooks/open.ts'
import { countMissing } from './missing-saves.ts'
import { brokenReceipts } from './receipts.ts'

/** One check of a workbook and its finding. */
export interface WorkbookCheck {
  readonly name: keyof typeof say
  readonly ok: boolean
  readonly detail: string
}

/** The findings of all checks of a workbook; `ok` if every check is. */
export interface Verification {
  readonly file: string
  readonly ok: boolean
  readonly checks: readonly WorkbookCheck[]
}

type Check = (store: ReadableStore) => Omit<WorkbookCheck, 'name'>

const CHECKS: Readonly<Record<Exclude<WorkbookCheck['name'], 'opens'>, Check>> = {
  integrity: store => {
    const [first] = findDamage(store)
    return outcome(first === undefined, say.integrity.sound, () =>
      say.integrity.broken(first ?? ''),
    )
  },
  references: store => {
    const broken = countBrokenReferences(store)
    const count = broken.reduce((total, row) => total + row.count, 0)
    return outcome(count === 0, say.references.sound, () =>
      say.references.broken(
        count,
        broken.map(row => row.table),
      ),
    )
  },
  schema: store => outcome(hasOwnSchema(store), say.schema.sound, () => say.schema.broken),
  durability: store => {
    const missing = countMissing(store)
    if (missing > 0) return outcome(false, '', () => say.durability.missing(missing))
    return outcome(namesItsJournal(store.file), say.durability.sound, () => say.durability.broken)
  },
  records: store => {
    const unsound = findUnsound(store)
    return outcome(unsound.length === 0, say.records.sound, () => say.records.broken(unsound))
  },
  ratings: store => {
    const offScale = countOffScale(store)
    const without = countWithoutIndicator(store)
    return outcome(offScale + without === 0, say.ratings.sound, () =>
      say.ratings.broken(offScale, without),
    )
  },
  supersessions: store => {
    const crossed = countCrossedSupersessions(store)
    return outcome(crossed === 0, say.supersessions.sound, () => say.supersessions.broken(crossed))
  },
  frameworks: store => {
    const altered = alteredFrameworks(store)
    return outcome(altered.length === 0, say.frameworks.sound, () => say.frameworks.broken(altered))
  },
  receipts: store => {
    const broken = brokenReceipts(store)
    return outcome(broken.length === 0, say.receipts.sound, () => say.receipts.broken(broken))
  },
}

const CHECK_NAMES = [
  'integrity',
  'references',
  'schema',
  'durability',
  'records',
  'ratings',
  'supersessions',
  'frameworks',
  'receipts',
] as const satisfies readonly (keyof typeof CHECKS)[]

/**
 * Checks a workbook file against everything that must be true of it. Damage is a finding, not an error. Throws
 * NO_SUCH_FILE, NOT_A_WORKBOOK, NEWER_WORKBOOK.
 */
export function verifyWorkbook(file: string, program: Program): Verification {
  try {
    const open = openStoreForReading(file)
    const workbook = closingOnFailure(open.database, () =>
      withDamageNamed(file, () => asWorkbook(open, program, '')),
    )
    try {
      const checks = CHECK_NAMES.map(name => runCheck(name, workbook.store))
      const opens = { name: 'opens', ok: true, detail: say.opens.sound } as const
      return { file, ok: checks.every(({ ok }) => ok), checks: [opens, ...checks] }
    } finally {
      workbook.close()
    }
  } catch (error) {
    return {
      file,
      ok: false,
      checks: [{ name: 'opens', ok: false, detail: requireDamage(error) }],
    }
  }
}

function runCheck(name: (typeof CHECK_NAMES)[number], store: ReadableStore): WorkbookCheck {
  try {
    return { name, ...withDamageNamed(store.file, () => CHECKS[name](store)) }
  } catch (error) {
    return { name, ok: false, detail: requireDamage(error) }
  }
}

/** The words of an error about damage; any other error is thrown on. */
function requireDamage(error: unknown): string {
  if (error instanceof WorkbookError && error.code === 'DAMAGED_WORKBOOK') return error.message
  throw error
}

function outcome(
  ok: boolean,
  sound: string,
  broken: () => string,
): { readonly ok: boolean; readonly detail: string } {
  return { ok, detail: ok ? sound : broken() }
}

function alteredFrameworks(store: ReadableStore): readonly string[] {
  const { replaced } = lineageOf(getAllReplacements(store))
  return getAllFrameworks(store)
    .map(({ hash }) => hash)
    .filter(hash => {
      const indicators = getAllIndicators(store, hash)
      const splits = getAllSplits(store, hash)
      return hashVersion({ indicators, splits, supersedes: replaced(hash) }) !== hash
    })
}
