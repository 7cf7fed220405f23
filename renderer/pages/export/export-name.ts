import type { DestinationFormat } from '../../../shared/host.ts'

/** What a file may not be called on one system or another. */
const FORBIDDEN = /[\\/:*?"<>|]+/g

const twoDigits = (figure: number) => String(figure).padStart(2, '0')

/** The day by this laptop's own clock, as people would date the file. */
const dayOf = (moment: Date) =>
  [moment.getFullYear(), twoDigits(moment.getMonth() + 1), twoDigits(moment.getDate())].join('-')

/** A name for the file: the workbook's title and the day, which sorts well in a folder. */
export function exportName(title: string, format: DestinationFormat, now: Date): string {
  const safe = title.replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/g, ' ').trim()
  return `${safe || 'Workbook'} ${dayOf(now)}.${format}`
}
