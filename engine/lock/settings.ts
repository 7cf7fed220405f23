import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { IDLE_MINUTES, roomHold } from '../../shared/model/lock.ts'
import { WorkbookError } from '../errors.ts'
import { readPrivateFile, replacePrivateFile } from '../files/write/private-files.ts'
import { keptSecret } from './secret.ts'
import { NO_TRIES, tries } from './tries.ts'

/** The file of a library's lock, beside its workbooks; it goes into no package and no backup. */
export const LOCK_FILE = 'lock.json'

const settings = z.object({
  version: z.literal(1),
  /** The PIN and the words that open the lock without it; null where there is no PIN. */
  secrets: z.object({ pin: keptSecret, words: keptSecret }).nullable(),
  /** True once somebody has said that they go without a PIN. */
  isWithout: z.boolean(),
  tries,
  idleMinutes: z.number().int().min(IDLE_MINUTES.least).max(IDLE_MINUTES.most),
  // A room that was entered by an earlier program was never one for practice.
  room: roomHold
    .extend({ wordTries: z.number().int().min(0), isPractice: z.boolean().default(false) })
    .nullable(),
})

/** The settings of the lock that last over restarts. */
export type LockSettings = Readonly<z.infer<typeof settings>>

const FIRST_START: LockSettings = {
  version: 1,
  secrets: null,
  isWithout: false,
  tries: NO_TRIES,
  idleMinutes: IDLE_MINUTES.usual,
  room: null,
}

/** The kept settings of one library. */
export interface SettingsFile {
  /** The settings as they are on disk now. Throws CANNOT_READ_FILE where the file holds none, and as the disk says. */
  readonly get: () => LockSettings
  /** Keeps other settings, on disk when it returns. Throws DISK_FULL, CANNOT_WRITE_FILE. */
  readonly change: (change: Partial<LockSettings>) => void
}

/**
 * Opens the settings of a library. They are read again whenever the file is another, as two programs may
 * serve one library and both must be locked.
 */
export function openSettings(folder: string): SettingsFile {
  const file = join(folder, LOCK_FILE)
  let known: { readonly mark: string; readonly settings: LockSettings } | undefined

  const get = (): LockSettings => {
    const stats = statSync(file, { throwIfNoEntry: false })
    if (!stats) return FIRST_START
    const mark = markOf(stats)
    if (known?.mark !== mark) known = { mark, settings: readSettings(file) }
    return known.settings
  }

  return {
    get,
    change: change => {
      const next: LockSettings = { ...get(), ...change }
      replacePrivateFile(file, `${JSON.stringify(next, null, 2)}\n`)
    },
  }
}

/** The marks by which a file that was put in the place of another is told. */
const markOf = ({ ino, mtimeMs, size }: Stats): string => `${ino} ${mtimeMs} ${size}`

/** A file that cannot be understood shuts everything: to take it for none would be to open the lock. */
function readSettings(file: string): LockSettings {
  const text = readPrivateFile(file)
  if (text === undefined) return FIRST_START
  try {
    return settings.parse(JSON.parse(text))
  } catch {
    const detail = 'it keeps the facilitator’s PIN of this laptop and was changed or damaged'
    throw new WorkbookError('CANNOT_READ_FILE', { file, detail })
  }
}
