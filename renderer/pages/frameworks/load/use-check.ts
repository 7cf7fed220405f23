import { type Dispatch, type SetStateAction, useRef, useState } from 'react'
import type { ChosenFile } from '../../../../shared/host.ts'
import { refusalMessage } from '../../../../shared/messages/check.ts'
import type { CheckChoices, CheckOutcome } from '../../../../shared/model/check.ts'
import { type Loadable, toLoadable } from '../../../data/loadable.ts'
import { useClient, useServices } from '../../../data/services.tsx'
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
  /** The reason why the last change could not be checked. */
  readonly problem: string | null
}

/** The stage of choosing a framework file. */
export type CheckStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'refused'; readonly message: string }
  | { readonly at: 'open'; readonly open: OpenFile }

/** The actions that have a file checked, and their outcome. */
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

/**
 * The choices by which the rows of a file are shown where nothing in it was recognised, so that a person can
 * say of each column what it holds; null where there is something to show already, or nothing at all.
 */
function withRowsShown(
  choices: CheckChoices,
  outcome: Loadable<CheckOutcome>,
): CheckChoices | null {
  if (outcome.state !== 'ready' || !('refused' in outcome.value)) return null
  const { refused, sheets = [] } = outcome.value
  const [first] = sheets
  if (refused.code !== 'no-table' || choices.headerRow !== undefined || !first) return null
  return { ...choices, sheet: choices.sheet ?? first.name, headerRow: 1 }
}

/** Asks what a file means, again after each change; the answer to the last question counts. */
function useQuestions(memory: MappingMemory, setStage: Dispatch<SetStateAction<CheckStage>>) {
  const client = useClient()
  const turn = useRef(0)
  const ask = async (file: ChosenFile, choices: CheckChoices) => {
    const outcome = await toLoadable(client.framework.check({ file: file.permit, ...choices }))
    const shown = withRowsShown(choices, outcome)
    if (shown === null) return { choices, outcome }
    const again = await toLoadable(client.framework.check({ file: file.permit, ...shown }))
    return { choices: shown, outcome: again }
  }
  return async (file: ChosenFile, choices: CheckChoices) => {
    turn.current += 1
    const mine = turn.current
    // What is settled counts at once, so that a second change on its heels builds on it.
    setStage(before => withChange(before, file, choices))
    const first = await ask(file, choices)
    const columns = recalled(memory, first)
    const last = columns === null ? first : await ask(file, { ...choices, columns })
    if (mine !== turn.current) return
    const { outcome } = last
    if (outcome.state === 'ready') {
      const answer = { file, choices: last.choices, outcome: outcome.value }
      setStage(before => answered(before, answer, columns !== null))
    } else if (outcome.state === 'failed') {
      setStage(before => failed(before, outcome.problem.message))
    }
  }
}

/** Has a chosen or dropped file read and checked, and again after each change; stores nothing. */
export function useCheck(): Check {
  const { host } = useServices()
  const [memory] = useState(() => createMappingMemory(window.localStorage))
  const [stage, setStage] = useState<CheckStage>({ at: 'choosing' })
  const check = useQuestions(memory, setStage)

  const take = async (get: () => Promise<ChosenFile | null>) => {
    const chosen = await toLoadable(get())
    if (chosen.state === 'failed') setStage({ at: 'refused', message: chosen.problem.message })
    if (chosen.state !== 'ready' || chosen.value === null) return
    setStage({ at: 'reading', name: chosen.value.name })
    await check(chosen.value, {})
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
      if (open) void check(open.file, choices)
    },
    forget: () => {
      if (!open || 'refused' in open.outcome) return
      memory.forget(open.outcome.tableColumns)
      const { columns: _, ...rest } = open.choices
      void check(open.file, rest)
    },
  }
}

interface Answer {
  readonly choices: CheckChoices
  readonly outcome: Loadable<CheckOutcome>
}

/** The columns as they were chosen for such headings before; null if a person chose some by now. */
function recalled(memory: MappingMemory, { choices, outcome }: Answer) {
  if (outcome.state !== 'ready' || 'refused' in outcome.value) return null
  return choices.columns === undefined ? memory.recall(outcome.value.tableColumns) : null
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
    return { at: 'refused', message: refusalMessage(outcome.file, outcome.refused) }
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
