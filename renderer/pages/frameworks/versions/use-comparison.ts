import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ChosenFile } from '../../../../shared/host.ts'
import type { CheckChoices } from '../../../../shared/model/check.ts'
import type {
  VersionComparison,
  VersionDecision,
  VersionQuestion,
} from '../../../../shared/model/framework.ts'
import { routes } from '../../../app/routes.ts'
import { type Problem, toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { useWorkbookId } from '../../../data/workbook-context.tsx'

/** A file that is settled, and so can be compared. */
export interface DecidedFile {
  readonly file: ChosenFile
  readonly choices: CheckChoices
}

/** A decision of a person, with the question that it answers; null where nobody asked. */
export interface Decided {
  readonly decision: VersionDecision
  readonly question: VersionQuestion | null
}

/** The differences of a changed framework from the one in use, and the decisions so far. */
export interface OpenComparison {
  readonly settled: DecidedFile
  readonly comparison: VersionComparison
  readonly decided: readonly Decided[]
}

/** A changed framework that is compared, decided on and loaded. */
export interface Comparing {
  /** Null before there is one. */
  readonly open: OpenComparison | null
  readonly isBusy: boolean
  readonly problem: Problem | null
  readonly compare: (settled: DecidedFile) => void
  /** Adds decisions in place of earlier ones about the same indicators. */
  readonly decide: (decided: readonly Decided[]) => void
  /** Takes the decision about one indicator back. */
  readonly undo: (code: string) => void
  readonly load: () => void
  /** Goes back to the file. */
  readonly close: () => void
}

/** Compares with the version in use, again after each decision, and loads; goes to the framework after. */
export function useComparison(onLoaded: () => void): Comparing {
  const client = useClient()
  const workbook = useWorkbookId()
  const [, go] = useLocation()
  const [open, setOpen] = useState<OpenComparison | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const turn = useRef(0)

  const run = async (settled: DecidedFile, decided: readonly Decided[]) => {
    turn.current += 1
    const mine = turn.current
    setIsBusy(true)
    setProblem(null)
    const answer = await toLoadable(client.version.compare(asked(workbook, settled, decided)))
    if (mine !== turn.current) return
    setIsBusy(false)
    if (answer.state === 'ready') setOpen({ settled, decided, comparison: answer.value })
    if (answer.state === 'failed') setProblem(answer.problem)
  }

  const load = async ({ settled, decided, comparison }: OpenComparison) => {
    setIsBusy(true)
    setProblem(null)
    const { against } = comparison
    const loaded = await toLoadable(
      client.version.load({ ...asked(workbook, settled, decided), against }),
    )
    setIsBusy(false)
    if (loaded.state === 'failed') setProblem(loaded.problem)
    if (loaded.state !== 'ready') return
    onLoaded()
    go(routes.framework(workbook))
  }

  const redecide = (decided: readonly Decided[]) => {
    if (open) void run(open.settled, decided)
  }
  return {
    open,
    isBusy,
    problem,
    compare: settled => void run(settled, []),
    decide: added => {
      const codes = new Set(added.map(({ decision }) => decision.code))
      const others = open?.decided.filter(({ decision }) => !codes.has(decision.code)) ?? []
      redecide([...others, ...added])
    },
    undo: code => redecide(open?.decided.filter(({ decision }) => decision.code !== code) ?? []),
    load: () => {
      if (open && !isBusy) void load(open)
    },
    close: () => {
      turn.current += 1
      setIsBusy(false)
      setProblem(null)
      setOpen(null)
    },
  }
}

const asked = (workbook: string, { file, choices }: DecidedFile, decided: readonly Decided[]) => ({
  workbook,
  file: file.permit,
  ...choices,
  decisions: decided.map(({ decision }) => decision),
})
