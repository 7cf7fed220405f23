import type { Person } from '../store/answers.ts'

/** The groups that may be told beside what somebody wrote: those of `under` people or more. */
export function groupsToTell(people: readonly Person[], under = 0): ReadonlySet<string> {
  const sizes = new Map<string, number>()
  for (const { group } of people) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return new Set([...sizes].filter(([, size]) => size >= under).map(([group]) => group))
}
