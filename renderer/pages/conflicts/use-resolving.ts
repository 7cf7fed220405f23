import { useState } from 'react'
import { counted } from '../../../shared/messages/figures.ts'
import type { BatchOutcome, BatchWay, DecisionNote } from '../../../shared/model/conflict.ts'
import { useClient } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'

/** Several conflicts to settle at once: the way, the sides by which they are known, and its name with whose they are. */
export interface ManyToSettle {
  readonly way: BatchWay
  readonly among: readonly string[]
  readonly title: string
}

/** The conflicts that were settled last, and can be taken back by one press. */
type Last = { readonly settlement: string } | { readonly batch: string } | null

/** The rest of a sentence on what was settled of those that were meant; empty where that is all of them. */
export const staysOpen = ({ open }: BatchOutcome): string =>
  open === 0 ? '' : `; ${counted(open, 'of these stays', 'of these stay')} open`

/** The actions on conflicts, and the outcome of the last one in one sentence. */
export function useResolving(note: DecisionNote) {
  const client = useClient()
  const workbook = useWorkbookId()
  const doing = useAction()
  const [done, setDone] = useState<string | null>(null)
  const [last, setLast] = useState<Last>(null)
  const act = (work: () => Promise<string>) => doing.run(async () => setDone(await work()))
  const reopen = (settlement: string) =>
    act(async () => {
      await client.conflict.reopen({ workbook, settlement })
      setLast(null)
      return 'It is open again, in the list above.'
    })
  const reopenMany = (batch: string) =>
    act(async () => {
      const { reopened } = await client.conflict.reopenMany({ workbook, batch })
      setLast(null)
      return `${counted(reopened, 'conflict is', 'conflicts are')} open again.`
    })
  return {
    ...doing,
    done,
    last,
    choose: (rating: string) =>
      act(async () => {
        const { id, code } = await client.conflict.resolve({ workbook, rating, ...note })
        setLast({ settlement: id })
        return `${code} is settled. You find it under Settled, where it can be taken back.`
      }),
    describe: (description: string) =>
      act(async () => {
        const { name } = await client.conflict.describe({ workbook, description })
        setLast(null)
        return `${name} is described in one way now. It can be corrected on the page of the workshop.`
      }),
    rehearse: ({ way, among }: ManyToSettle): Promise<BatchOutcome> =>
      client.conflict.resolveMany({ workbook, way, among: [...among], rehearses: true }),
    settleMany: ({ way, among }: ManyToSettle) =>
      act(async () => {
        const outcome = await client.conflict.resolveMany({
          workbook,
          way,
          among: [...among],
          ...note,
        })
        if (outcome.batch !== null) setLast({ batch: outcome.batch })
        return `${counted(outcome.settled, 'conflict', 'conflicts')} settled together${staysOpen(outcome)}.`
      }),
    reopen,
    reopenMany,
    undo: () => {
      if (last === null) return
      if ('batch' in last) reopenMany(last.batch)
      else reopen(last.settlement)
    },
  }
}

/** The actions on conflicts. */
export type Resolving = ReturnType<typeof useResolving>
