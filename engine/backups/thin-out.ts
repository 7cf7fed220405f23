import type { BackupFile } from '../disk/backup-places.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Backups as old as this and older are kept one for each period: an hour, a day, a week. */
const PERIODS = [
  { from: 7 * DAY_MS, period: 7 * DAY_MS },
  { from: DAY_MS, period: DAY_MS },
  { from: HOUR_MS, period: HOUR_MS },
] as const

/** The number of the newest ones that are always kept. */
const NEWEST = 3

/**
 * The backups that can go: those of the last hour stay, then the newest of each hour for a day, of each day for a week,
 * and of each week. `backups` are newest first.
 */
export function tooMany(backups: readonly BackupFile[], now: string): readonly BackupFile[] {
  const kept = new Set<string>()
  return backups.filter(({ at }, index) => {
    const made = Date.parse(at)
    const age = Date.parse(now) - made
    const found = PERIODS.find(({ from }) => age >= from)
    if (index < NEWEST || !found) return false
    const slot = `${found.period} ${Math.floor(made / found.period)}`
    if (kept.has(slot)) return true
    kept.add(slot)
    return false
  })
}
