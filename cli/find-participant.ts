import { findParticipants } from '../engine/people/find.ts'
import type { Workbook } from '../engine/workbooks/workbook.ts'
import type { KnownParticipant } from '../shared/model/workshop.ts'
import { CommandFailure, counted } from './output.ts'

/** Help on the ways to name a participant. */
export const NAMING_HELP = `
The participant is named by code, by the four words that they were shown, or by the id that every exported
table has. A code that several people have needs its laptop, as tables show it: "P07 (laptop KUB)".`

/** Finds the one participant that somebody names. Throws CommandFailure where there is none, or several. */
export function findOne(
  { store }: Workbook,
  words: string,
  workshop: string | undefined,
): KnownParticipant {
  const [found, ...others] = findParticipants(store, words, workshop)
  if (!found) {
    const where = workshop === undefined ? 'this workbook' : 'that workshop'
    throw new CommandFailure(`There is no participant ${words} in ${where}. Check the words.`, 2)
  }
  if (others.length === 0) return found
  throw new CommandFailure(ambiguousWords(words, [found, ...others]), 2)
}

function ambiguousWords(words: string, people: readonly KnownParticipant[]): string {
  const ways = people.map(
    ({ name, id, group, workshopTitle, workshop }) =>
      `  "${name}" or ${id}, ${group}, in ${workshopTitle} (${workshop})`,
  )
  return [
    `${counted(people.length, 'participant')} have the code ${words}, and nothing was changed. Name one of them by`,
    `the four words, by the code with its laptop, or by the id:`,
    ...ways,
  ].join('\n')
}
