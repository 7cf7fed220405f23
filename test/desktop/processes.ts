import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The ids of a program's processes as Linux shows them: main, and whatever it or they have started. */
export function processesUnder(main: number): readonly number[] {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
  const found = [main]
  for (const parent of found) found.push(...all.filter(pid => parentOf(pid) === parent))
  return found
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return Number.NaN
  }
}

/** A socket over the network's own protocols. */
export interface Socket {
  readonly port: number
  readonly isListening: boolean
  /** True where the other end is not this machine. */
  readonly isOutside: boolean
}

/** The lists of sockets in `/proc`, and the state of those that take what comes: 0A is LISTEN, 07 is every one of UDP. */
const LISTS = { tcp: '0A', tcp6: '0A', udp: '07', udp6: '07' } as const
const NOWHERE = /^(0+|0100007F|0{24}01000000|0{16}FFFF00000100007F)$/

/** The sockets that these processes have open, over TCP and UDP. */
export function socketsOf(processes: readonly number[]): readonly Socket[] {
  const own = new Set(processes.flatMap(socketNumbersOf))
  return Object.entries(LISTS).flatMap(([list, listening]) =>
    readFileSync(`/proc/net/${list}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.trim().split(/\s+/))
      .filter(words => own.has(words[9] ?? ''))
      .map(([, local = '', remote = '', state]) => ({
        port: Number.parseInt(local.split(':')[1] ?? '', 16),
        isListening: state === listening,
        isOutside: !NOWHERE.test(remote.split(':')[0] ?? ''),
      })),
  )
}

function socketNumbersOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap(name => {
      const number = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${name}`))?.[1]
      return number === undefined ? [] : [number]
    })
  } catch {
    return []
  }
}

/** The target of a file of a process; empty for one that was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
