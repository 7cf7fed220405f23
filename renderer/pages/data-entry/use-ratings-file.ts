import { useRef, useState } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import { ratingsRefusalMessage } from '../../../shared/messages/data-entry/problems.ts'
import type {
  EnteredCounts,
  RatingsChoices,
  RatingsOutcome,
  RatingsReport,
} from '../../../shared/model/data-entry.ts'
import { problemOf, toLoadable } from '../../data/loadable.ts'
import { useServices } from '../../data/services.tsx'
import { useWorkbookId } from '../../data/workbook-context.tsx'

/** A file that could be read, with what was chosen about it and what storing it would do. */
export interface OpenRatings {
  readonly file: ChosenFile
  readonly choices: RatingsChoices
  readonly report: RatingsReport
  /** A change is being checked; the report is still the one before it. */
  readonly isChecking: boolean
  /** The reason why the last change could not be checked, or the file not be stored. */
  readonly problem: string | null
}

/** The stage of keying in from a file. */
export type EntryStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'refused'; readonly message: string }
  | { readonly at: 'open'; readonly open: OpenRatings }
  | { readonly at: 'stored'; readonly name: string; readonly counts: EnteredCounts }

/** The actions on a file of ratings, and how far it is. */
export interface RatingsFile {
  readonly stage: EntryStage
  readonly isStoring: boolean
  readonly choose: () => void
  readonly drop: (dropped: DataTransfer) => void
  /** Has the file checked again, with everything that is chosen now. */
  readonly change: (choices: RatingsChoices) => void
  readonly store: () => void
}

type Checked = Pick<OpenRatings, 'choices'> & { readonly outcome: RatingsOutcome }

/** Has a chosen or dropped file checked, and again after each change; stores it once a person says so. */
export function useRatingsFile(workshop: string): RatingsFile {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [stage, setStage] = useState<EntryStage>({ at: 'choosing' })
  const [isStoring, setIsStoring] = useState(false)
  const turn = useRef(0)

  const ask = async (file: ChosenFile, choices: RatingsChoices): Promise<Checked> => {
    const about = { workbook, workshop, file: file.permit }
    const outcome = await client.rating.checkFile({ ...about, ...choices })
    const isUnknown = 'refused' in outcome && outcome.refused.code === 'no-table'
    if (!isUnknown || choices.headerRow !== undefined) return { choices, outcome }
    // Where nothing is recognised the rows are shown, for a person to say what the columns hold.
    const shown = { ...choices, headerRow: 1 }
    return { choices: shown, outcome: await client.rating.checkFile({ ...about, ...shown }) }
  }
  const check = async (file: ChosenFile, wanted: RatingsChoices) => {
    turn.current += 1
    const mine = turn.current
    setStage(before => withOpen(before, { choices: wanted, isChecking: true, problem: null }))
    const answer = await toLoadable(ask(file, wanted))
    if (mine !== turn.current) return
    if (answer.state === 'failed') setStage(before => failed(before, answer.problem.message))
    if (answer.state === 'ready') setStage(before => checked(before, file, answer.value))
  }
  const take = async (get: () => Promise<ChosenFile | null>) => {
    const chosen = await toLoadable(get())
    if (chosen.state === 'failed') setStage({ at: 'refused', message: chosen.problem.message })
    if (chosen.state !== 'ready' || chosen.value === null) return
    setStage({ at: 'reading', name: chosen.value.name })
    await check(chosen.value, {})
  }
  const store = async ({ file, choices }: OpenRatings) => {
    setIsStoring(true)
    try {
      const about = { workbook, workshop, file: file.permit }
      const counts = await client.rating.loadFile({ ...about, ...choices })
      setStage({ at: 'stored', name: file.name, counts })
    } catch (error) {
      setStage(before => withOpen(before, { problem: problemOf(error).message }))
    } finally {
      setIsStoring(false)
    }
  }
  const open = stage.at === 'open' ? stage.open : null
  return {
    stage,
    isStoring,
    choose: () => void take(() => host.chooseFile('ratings')),
    drop: ({ files }) => {
      const file = files.item(0)
      if (file) void take(() => host.takeDropped(file))
    },
    change: choices => {
      if (open) void check(open.file, choices)
    },
    store: () => {
      if (open && !isStoring) void store(open)
    },
  }
}

const withOpen = (before: EntryStage, changed: Partial<OpenRatings>): EntryStage =>
  before.at === 'open' ? { at: 'open', open: { ...before.open, ...changed } } : before

function checked(before: EntryStage, file: ChosenFile, { choices, outcome }: Checked): EntryStage {
  if (!('refused' in outcome)) {
    return {
      at: 'open',
      open: { file, choices, report: outcome, isChecking: false, problem: null },
    }
  }
  return failed(before, ratingsRefusalMessage(outcome.file, outcome.refused))
}

function failed(before: EntryStage, message: string): EntryStage {
  if (before.at !== 'open') return { at: 'refused', message }
  return withOpen(before, { isChecking: false, problem: message })
}
