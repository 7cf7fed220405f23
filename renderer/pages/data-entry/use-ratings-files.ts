import { useRef, useState } from 'react'
import type { EngineClient, TakenFile } from '../../../shared/host.ts'
import type { RatingsChoices, RatingsFilesReport } from '../../../shared/model/data-entry.ts'
import { problemOf, toLoadable } from '../../data/loadable.ts'
import { useServices } from '../../data/services.tsx'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import {
  type ChosenRatings,
  type EntryStage,
  fitting,
  type OpenFiles,
  opened,
  tooMany,
  withOpen,
} from './entry-stage.ts'

/** The actions on files of ratings, and how far they are. */
export interface RatingsFiles {
  readonly stage: EntryStage
  readonly isStoring: boolean
  readonly choose: () => void
  readonly drop: (dropped: DataTransfer) => void
  /** Shows one of several files by its place, or all. */
  readonly show: (place: number | null) => void
  /** Has the files checked again, with everything that is chosen now about the one that is shown. */
  readonly change: (choices: RatingsChoices) => void
  /** Goes on without one of several files. */
  readonly leaveOut: (place: number) => void
  /** Stores the files that fit. */
  readonly store: () => void
}

/** Has chosen or dropped files checked, and again after each change; stores them once a person says so. */
export function useRatingsFiles(workshop: string): RatingsFiles {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [stage, setStage] = useState<EntryStage>({ at: 'choosing' })
  const [isStoring, setIsStoring] = useState(false)
  const turn = useRef(0)
  const room = { workbook, workshop }

  const check = async (wanted: readonly ChosenRatings[], untaken: OpenFiles['untaken']) => {
    turn.current += 1
    const mine = turn.current
    const answer = await toLoadable(ask(client, room, wanted))
    if (mine !== turn.current) return
    if (answer.state === 'failed') setStage(before => failed(before, answer.problem.message))
    if (answer.state === 'ready') setStage(before => opened(before, answer.value, untaken))
  }
  const take = async (get: () => Promise<readonly TakenFile[] | null>) => {
    const taken = await toLoadable(get())
    if (taken.state === 'failed') setStage(refusedAll(taken.problem.message))
    if (taken.state !== 'ready' || taken.value === null) return
    const brought = sortOut(taken.value)
    if ('at' in brought) return setStage(brought)
    const { chosen, untaken } = brought
    setStage({ at: 'reading', what: nameOf(chosen) })
    await check(chosen, untaken)
  }
  const store = async (open: OpenFiles) => {
    setIsStoring(true)
    try {
      const { stored, left } = fitting(open)
      const counts = await client.rating.loadFiles({ ...room, files: stored.map(asked) })
      const names = stored.map(({ file }) => file.name)
      setStage({ at: 'stored', names, left, counts })
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
    choose: () => void take(() => host.chooseFiles('ratings')),
    drop: dropped => {
      if (dropped.files.length > 0) void take(() => host.takeDroppedFiles(dropped))
    },
    show: shown => setStage(before => withOpen(before, { shown, lookedAt: open?.shown ?? null })),
    change: choices => {
      if (!open) return
      const files = open.files.map((file, place) =>
        place === open.shown ? { ...file, choices } : file,
      )
      setStage(before => withOpen(before, { files, isChecking: true, problem: null }))
      void check(files, open.untaken)
    },
    leaveOut: place => {
      if (!open) return
      const files = open.files.filter((_, at) => at !== place)
      setStage(before => withOpen(before, { isChecking: true, problem: null, lookedAt: null }))
      if (files.length > 0) void check(files, open.untaken)
      else setStage({ at: 'choosing' })
    },
    store: () => {
      if (open && !isStoring) void store(open)
    },
  }
}

type Room = { readonly workbook: string; readonly workshop: string }

const asked = ({ file, choices }: ChosenRatings) => ({ file: file.permit, ...choices })

/** Asks what files bring. Where nothing is recognised the rows are shown, for a person to say what the columns hold. */
async function ask(
  client: EngineClient,
  room: Room,
  wanted: readonly ChosenRatings[],
): Promise<Pick<OpenFiles, 'files' | 'together' | 'inSeveral'>> {
  const report = await client.rating.checkFiles({ ...room, files: wanted.map(asked) })
  const isUnknown = ({ choices }: ChosenRatings, place: number) => {
    const outcome = report.files[place]
    const code = outcome && 'refused' in outcome ? outcome.refused.code : null
    return code === 'no-table' && choices.headerRow === undefined
  }
  if (!wanted.some(isUnknown)) return withOutcomes(wanted, report)
  const shown = wanted.map((file, place) =>
    isUnknown(file, place) ? { ...file, choices: { ...file.choices, headerRow: 1 } } : file,
  )
  const files = shown.map(asked)
  return withOutcomes(shown, await client.rating.checkFiles({ ...room, files }))
}

const withOutcomes = (wanted: readonly ChosenRatings[], report: RatingsFilesReport) => ({
  ...report,
  files: report.files.flatMap((outcome, place) => {
    const chosen = wanted[place]
    return chosen ? [{ file: chosen.file, choices: chosen.choices, outcome }] : []
  }),
})

/** The files that can be checked, and those that could not be taken; or why none can. */
function sortOut(files: readonly TakenFile[]) {
  const many = tooMany(files.length)
  if (many !== null) return refusedAll(many)
  const chosen = files.flatMap(file => ('permit' in file ? [{ file, choices: {} }] : []))
  const untaken = files.flatMap(file => ('refused' in file ? [file] : []))
  const reasons = untaken.map(({ refused }) => refused)
  return chosen.length === 0 ? refusedAll(...reasons) : { chosen, untaken }
}

const nameOf = (chosen: readonly ChosenRatings[]): string => {
  const [first, ...others] = chosen
  return first && others.length === 0 ? first.file.name : `${chosen.length} files`
}

const refusedAll = (...messages: readonly string[]): EntryStage => ({ at: 'refused', messages })

const failed = (before: EntryStage, message: string): EntryStage =>
  before.at === 'open'
    ? withOpen(before, { isChecking: false, problem: message })
    : refusedAll(message)
