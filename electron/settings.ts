import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { APPEARANCES } from '../shared/host.ts'

const bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
})

const settings = z.object({
  appearance: z.enum(APPEARANCES),
  /** Where the window stood when it was last closed; null before that. */
  bounds: bounds.nullable(),
  maximised: z.boolean(),
})

/** What the shell remembers between starts: how the window looked and where it stood. */
export type Settings = Readonly<z.infer<typeof settings>>

const FIRST_START: Settings = { appearance: 'system', bounds: null, maximised: false }

/** The remembered settings, kept in one small file. */
export interface SettingsFile {
  readonly get: () => Settings
  /** Changes some of them. A disk that takes no file is no reason to stop: they last until quit. */
  readonly change: (change: Partial<Settings>) => void
}

/** Opens the settings; a file that is missing or makes no sense counts as a first start. */
export function openSettings(file: string): SettingsFile {
  let current = readSettings(file)
  return {
    get: () => current,
    change: change => {
      current = { ...current, ...change }
      try {
        writeFileSync(file, `${JSON.stringify(current, null, 2)}\n`)
      } catch (fault) {
        console.error(`The window's settings could not be kept in ${file}:`, fault)
      }
    },
  }
}

function readSettings(file: string): Settings {
  try {
    return settings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return FIRST_START
  }
}
