import { useCallback, useRef, useState } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import type { CheckChoices, CheckOutcome } from '../../../shared/model/check.ts'
import { settle } from '../../stores/loadable.ts'
import { useServices } from '../../stores/services.tsx'
import { createMappingMemory, type MappingMemory } from './mapping-memory.ts'

/** A file that could be read, with what was settled about it and what is understood of it so far. */
export interface OpenFile {
  readonly file: ChosenFile
  readonly choices: CheckChoices
  readonly outcome: CheckOutcome
  /** A change is being checked; `outcome` is still the one before it. */
  readonly isChecking: boolean
  /** The columns were chosen as they were for an earlier file with the same headings. */
  readonly isRecalled: boolean
  /** Why the last change could not be checked. */
  readonly problem: string | null
}

/** Where the choosing of a framework file stands. */
export type CheckStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'refused'; readonly message: string }
  | { readonly at: 'open'; readonly open: OpenFile }

/** How the page has a file checked, and what came of it. */
export interface Check {
  readonly stage: CheckStage
  readonly memory: MappingMemory
  readonly choose: () => Promise<void>
  /** Takes a dropped file. */
  readonly drop: (file: File) => void
  /** Has the file checked again, with everything that is settled about it now. */
  readonly change: (choices: CheckChoices) => void
  /** Forgets how the columns of such files were chosen, and understands them anew. */
  readonly forget: () => void
}

const isHopeless = (outcome: CheckOutcome): boolean =>
  'refused' in outcome && (outcome.sheets ?? []).length === 0

/** Has a chosen or dropped file read and checked, and again after each change; stores nothing. */
export function useCheck(): Check {
  const { client, host } = useServices()
  const [memory] = useState(() => createMappingMemory(window.localStorage))
  const [stage, setStage] = useState<CheckStage>({ at: 'choosing' })
  const turn = useRef(0)

  const check = useCallback(
    async (file: ChosenFile, choices: CheckChoices, mayRecall: boolean) => {
      turn.current += 1
      const mine = turn.current
      // What is settled counts at once, so that a second change on its heels builds on it.
      setStage(before => withChange(before, file, choices))
      const answer = await settle(client.framework.check({ file: file.permit, ...choices }))
      const understood =
        answer.state === 'ready' && mayRecall && choices.columns === undefined
          ? recalled(memory, answer.value)
          : null
      const better = understood && { ...choices, columns: understood }
      const final = better
        ? await settle(client.framework.check({ file: file.permit, ...better }))
        : answer
      // An answer to an earlier question says nothing of what is settled now.
      if (mine !== turn.current) return
      if (final.state === 'ready') {
        const open = { file, choices: better ?? choices, outcome: final.value }
        const isRecalled = better !== null
        setStage(before => answered(before, open, isRecalled))
      } else if (final.state === 'failed') {
        setStage(before => failed(before, final.problem.message))
      }
    },
    [client, memory],
  )

  const take = async (get: () => Promise<ChosenFile | null>) => {
    const chosen = await settle(get())
    if (chosen.state === 'failed') setStage({ at: 'refused', message: chosen.problem.message })
    if (chosen.state !== 'ready' || chosen.value === null) return
    setStage({ at: 'reading', name: chosen.value.name })
    await check(chosen.value, {}, true)
  }

  const open = stage.at === 'open' ? stage.open : null
  return {
    stage,
    memory,
    choose: () => take(() => host.chooseFile('framework')),
    drop: file => {
      setStage({ at: 'reading', name: file.name })
      void take(() => host.takeDropped(file))
    },
    change: choices => {
      if (open) void check(open.file, choices, true)
    },
    forget: () => {
      if (!open || 'refused' in open.outcome) return
      memory.forget(open.outcome.tableColumns)
      const { columns: _, ...rest } = open.choices
      void check(open.file, rest, false)
    },
  }
}

function recalled(memory: MappingMemory, outcome: CheckOutcome) {
  return 'refused' in outcome ? null : memory.recall(outcome.tableColumns)
}

function withChange(before: CheckStage, file: ChosenFile, choices: CheckChoices): CheckStage {
  if (before.at !== 'open' || before.open.file !== file) return before
  return { at: 'open', open: { ...before.open, choices, isChecking: true, problem: null } }
}

function answered(
  before: CheckStage,
  { file, choices, outcome }: Pick<OpenFile, 'file' | 'choices' | 'outcome'>,
  isRecalled: boolean,
): CheckStage {
  const wasRecalled = before.at === 'open' && before.open.file === file && before.open.isRecalled
  const stays = wasRecalled && choices.columns !== undefined
  if ('refused' in outcome && isHopeless(outcome)) {
    return { at: 'refused', message: outcome.refused.message }
  }
  return {
    at: 'open',
    open: {
      file,
      choices,
      outcome,
      isChecking: false,
      isRecalled: isRecalled || stays,
      problem: null,
    },
  }
}

function failed(before: CheckStage, message: string): CheckStage {
  if (before.at !== 'open') return { at: 'refused', message }
  return { at: 'open', open: { ...before.open, isChecking: false, problem: message } }
}
