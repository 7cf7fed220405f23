/** The reasons for which backups are not copied to the second place, and what to do, by the code of the error. */
const REASONS: Readonly<Record<string, string>> = {
  NO_SUCH_FILE: 'It is not there. Plug the stick in, or connect to the share.',
  DISK_GONE: 'It is not there. Plug the stick in, or connect to the share.',
  DISK_FULL: 'It is full. Make room there, or take another one.',
  FILE_NOT_ALLOWED:
    'The laptop may not write there. Take another one, or ask those who look after it.',
  FILE_IN_USE: 'Another program holds a file there. Close it.',
  DAMAGED_BACKUP: 'What was written there reads back differently. Take another stick.',
}

/** The reason for which a copy failed, and what to do. */
export const reasonOfSecondPlace = (code: string): string =>
  REASONS[code] ?? 'It cannot be written. Take another one.'
