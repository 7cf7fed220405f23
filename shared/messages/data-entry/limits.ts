import type { OverLimit } from '../../model/check.ts'
import { formatCount } from '../figures.ts'

const megabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`

interface LimitWords {
  readonly amount: (count: number) => string
  /** Says so of what was found, to stand after a colon. */
  readonly has: (found: string) => string
}

const has = (found: string): string => `it has ${found}`

const counts = (of: string): LimitWords => ({ amount: count => `${formatCount(count)} ${of}`, has })

const LIMITS: Readonly<Record<OverLimit['limit'], LimitWords>> = {
  bytes: { amount: megabytes, has },
  parts: counts('files inside'),
  unpacked: { amount: megabytes, has: found => `it unpacks to ${found}` },
  rows: counts('rows'),
  cells: counts('filled cells'),
  characters: counts('characters'),
  memory: { amount: megabytes, has: found => `reading it takes ${found} of memory` },
  milliseconds: {
    amount: milliseconds => `${formatCount(milliseconds / 1_000)} seconds`,
    has: found => `it takes ${found}`,
  },
}

/** The limit that a file or a sheet passes and what was found, to stand after a colon. */
export function overLimitWords({ limit, most, found }: OverLimit): string {
  const { amount, has } = LIMITS[limit]
  return found === undefined
    ? `${has(`more than ${amount(most)}`)}, which is the most`
    : `${has(amount(found))}, and at most ${amount(most)} are read`
}
