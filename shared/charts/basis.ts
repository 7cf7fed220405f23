import { counted } from '../messages/figures.ts'
import type { Results } from '../model/results.ts'

/** What the figures rest on: how many people of which groups, and which round. */
export function basisWords({ participants, groups, round }: Results): string {
  const people = counted(participants, 'participant', 'participants')
  const present = Object.entries(groups).filter(([, size]) => size > 0)
  const [only] = present
  const who =
    present.length === 1 && only
      ? `${people}, all ${only[0]}`
      : `${people} in ${present.length} groups`
  return `n = ${who}; round ${round}`
}
