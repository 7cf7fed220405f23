import { formatCount, formatOne } from '../shared/messages/figures.ts'

export * from '../shared/messages/figures.ts'

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** A moment or a day, such as `9 March 2026`, in this laptop's time. */
export const formatDay = (moment: string): string => day.format(new Date(moment))

/** The size of a file, in kilobytes or megabytes. */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024
    ? `${formatCount(Math.max(1, kilobytes))} KB`
    : `${formatOne(kilobytes / 1024)} MB`
}
