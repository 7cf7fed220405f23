import { execFileSync } from 'node:child_process'

/**
 * The memory of a process and of all that it started, in megabytes: what each has in use, shared pages counted in
 * each. Throws where the system has no `ps`, as Windows.
 */
export function megabytesOf(pid: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
  const processes = lines
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
    .map(([id = 0, parent = 0, kilobytes = 0]) => ({ id, parent, kilobytes }))
  const family = new Set([pid])
  // A process that was started later can stand before the one that started it.
  for (let known = 0; known < family.size; ) {
    known = family.size
    for (const { id, parent } of processes) if (family.has(parent)) family.add(id)
  }
  return processes
    .filter(({ id }) => family.has(id))
    .reduce((sum, { kilobytes }) => sum + kilobytes / 1024, 0)
}
