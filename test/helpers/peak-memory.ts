import { existsSync, readFileSync } from 'node:fs'

const OWN_STATUS = '/proc/self/status'

/**
 * The most memory that this process has held, in kilobytes. Linux hands what a process had at its most on to the
 * programs that it starts, so that `maxRSS` of a small one tells the size of the tests; the kernel's own count
 * begins with the program.
 */
export function peakKilobytes(): number {
  const status = existsSync(OWN_STATUS) ? readFileSync(OWN_STATUS, 'utf8') : ''
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(status)
  return Number(peak?.[1] ?? process.resourceUsage().maxRSS)
}
