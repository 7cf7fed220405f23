import { asFileName } from '../../shared/file-names.ts'
import type { DestinationFormat } from '../../shared/host.ts'
import { formatCount, formatOne } from '../../shared/messages/figures.ts'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** A moment or a day, such as `9 March 2026`, in this laptop's time. */
export const formatDay = (moment: string): string => day.format(new Date(moment))

const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** A moment or a day in little room, such as `9 Mar 2026`, in this laptop's time. */
export const formatShortDay = (at: string): string => shortDay.format(new Date(at))

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** A moment to the minute, such as `9 March 2026 at 14:02`, in this laptop's time. */
export const formatMoment = (at: string): string => moment.format(new Date(at))

/** The size of a file, in kilobytes or megabytes. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024
    ? `${formatCount(Math.max(1, kilobytes))} KB`
    : `${formatOne(kilobytes / 1024)} MB`
}

const twoDigits = (figure: number) => String(figure).padStart(2, '0')

/** The day by this laptop's own clock, as people would date the file. */
const dayOf = (moment: Date) =>
  [moment.getFullYear(), twoDigits(moment.getMonth() + 1), twoDigits(moment.getDate())].join('-')

/** A name for the file: the workbook's title and the day, which sorts well in a folder. */
export function exportName(
  title: string,
  format: DestinationFormat,
  now: Date,
  between = ' ',
): string {
  const safe = asFileName(title, ' ').replaceAll(/\s+/g, ' ').trim()
  return `${safe || 'Workbook'}${between}${dayOf(now)}.${format}`
}
