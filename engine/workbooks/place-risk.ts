import { existsSync, statfsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { PlaceRisk } from '../../shared/model/workbook.ts'

/** Programs that synchronise folders, by the beginnings of the names that these have on Windows, macOS and Linux. */
const SYNCHRONISED: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( |$)/i, 'OneDrive'],
  [/^dropbox( |$)/i, 'Dropbox'],
  [/^(google ?drive|my drive|googledrive-.*)$/i, 'Google Drive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)/i, 'iCloud Drive'],
  [/^(box|box sync|box-box)$/i, 'Box'],
  [/^nextcloud( |$)/i, 'Nextcloud'],
  [/^owncloud( |$)/i, 'ownCloud'],
  [/^pcloud ?drive$/i, 'pCloud'],
  [/^(syncthing|sync)$/i, 'Syncthing'],
]

/** Files that such programs keep in the folders that they synchronise. */
const MARKS: readonly (readonly [string, string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.sync_journal.db', 'Nextcloud'],
]

/** The numbers by which Linux tells disks of other computers: NFS, SMB in its three ages, AFS and 9P. */
const NETWORK_TYPES = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997]

/**
 * The risk of a folder in which others write too: a program that synchronises puts older files in the place of newer
 * ones, and disks of other computers do not lock as SQLite needs it. Null where none is known.
 */
export function riskOf(folder: string): PlaceRisk | null {
  const parts = folder.split(/[\\/]/)
  for (const [pattern, name] of SYNCHRONISED) {
    if (parts.some(part => pattern.test(part))) return { kind: 'synchronised', name }
  }
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const mark = MARKS.find(([file]) => existsSync(join(at, file)))
    if (mark) return { kind: 'synchronised', name: mark[1] }
  }
  const isShare = folder.startsWith(`${sep}${sep}`) || folder.startsWith('\\\\')
  return isShare || isOfOtherComputer(folder) ? { kind: 'network', name: folder } : null
}

function isOfOtherComputer(folder: string): boolean {
  if (process.platform !== 'linux') return false
  try {
    return NETWORK_TYPES.includes(statfsSync(folder).type)
  } catch {
    return false
  }
}
