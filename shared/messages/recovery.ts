import type { Recovery } from '../model/workbook.ts'

/** The words for the recovery of a damaged workbook. */
export const recoveryWords = {
  /** The receipt, line by line. */
  receipt: (recovery: Recovery): readonly string[] => [
    `${recovery.file} was damaged and was recovered.`,
    `It was put together from the backup of ${moment(recovery.backupOf)} and ${
      recovery.rescued === 1 ? 'one entry' : `${recovery.rescued} entries`
    } that could still be read of the damaged file.`,
    missingWords(recovery),
    `The damaged file is kept as ${recovery.setAside}.`,
    ...recovery.lost.map(one => `Missing: ${one}`),
  ],
  /** The sentence on a damaged file that nothing can be recovered from by itself. */
  noBackup:
    'It is damaged, and there is no backup of it. It was left as it is: keep it, and bring in the packages that were made ' +
    'of it. If its backups were copied to a stick, name that as the second place in Settings.',
  missing: (recovery: Recovery): string => missingWords(recovery),
  moment: (at: string): string => moment(at),
} as const

const moment = (at: string): string => `${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`

function missingWords({ lost, isUncertain }: Recovery): string {
  const known =
    lost.length === 0
      ? 'Nothing else is known to be missing.'
      : lost.length === 1
        ? 'One entry is missing: it could not be read, or was not as it was written.'
        : `${lost.length} entries are missing: they could not be read, or were not as they were written.`
  return isUncertain
    ? `${known} What was said after the backup may be missing too: ask those who rated since.`
    : known
}

/** The sentence on a file that holds nothing but what another one holds too. */
export const copyMessage = (names: {
  readonly file: string
  readonly title: string
  readonly whole: string
}): string =>
  `${names.file} is a copy of the workbook “${names.title}”. All that is in it is in ${names.whole} too.`
