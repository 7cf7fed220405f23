import { os, type RouterParts } from '../operation.ts'
import { listConflicts } from './list.ts'
import { reopenConflict, resolveByRule, resolveConflict } from './resolve.ts'

/** The operations on questions that one person has two current answers to. */
export function conflictOperations({ library, events }: RouterParts) {
  const tell = (
    workbook: string,
    { participant, indicator }: { participant: string; indicator: string },
  ) => events.publish(workbook, { kind: 'rating-recorded', participant, indicator })
  return {
    conflict: {
      list: os.conflict.list.handler(({ input }) =>
        listConflicts(library.require(input.workbook).store),
      ),
      resolve: os.conflict.resolve.handler(({ input: { workbook, rating } }) => {
        const settled = resolveConflict(library.require(workbook), rating)
        tell(workbook, settled)
        return settled
      }),
      resolveByRule: os.conflict.resolveByRule.handler(({ input: { workbook, rule } }) => {
        const settled = resolveByRule(library.require(workbook), rule)
        if (settled.settled > 0) events.publish(workbook, { kind: 'conflicts-resolved' })
        return settled
      }),
      reopen: os.conflict.reopen.handler(({ input: { workbook, settlement } }) => {
        tell(workbook, reopenConflict(library.require(workbook), settlement))
        return {}
      }),
    },
  }
}
