import { counted } from '../messages/figures.ts'
import { WORDING_WORDS } from '../messages/results.ts'
import type { Results } from '../model/results.ts'

/** What the figures rest on: how many people of which groups, which round, and which words they saw. */
export function basisWords({ participants, groups, round, wording }: Results): string {
  const people = counted(participants, 'participant', 'participants')
  const present = Object.entries(groups).filter(([, size]) => size > 0)
  const [only] = present
  const who =
    present.length === 1 && only
      ? `${people}, all ${only[0]}`
      : `${people} in ${present.length} groups`
  const shown = wording === null ? '' : `; shown ${WORDING_WORDS[wording].toLowerCase()} only`
  return `n = ${who}; round ${round}${shown}`
}
