import { existsSync, statfsSync } from 'node:fs'

const MEMORY = '/dev/shm'

/** Much more than tests have there at once. */
const ROOM_BYTES = 4 * 1024 ** 3

/**
 * A folder of the system whose files lie in memory, where it has the room; null elsewhere. Tests flush thousands of small
 * workbooks, which on a disk takes a third of their time, and a flush there proves nothing that it does not prove here.
 */
export function placeInMemory(): string | null {
  if (!existsSync(MEMORY)) return null
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ROOM_BYTES ? MEMORY : null
}
