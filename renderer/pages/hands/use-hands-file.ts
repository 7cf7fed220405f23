import { useState } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import { handsRefusalMessage } from '../../../shared/messages/data-entry/problems.ts'
import type { EnteredHands, HandsChoices, HandsReport } from '../../../shared/model/hands.ts'
import { useServices } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'

/** A file of hands that could be read, with what was chosen about it and what loading it would do. */
export interface OpenHands {
  readonly file: ChosenFile
  readonly choices: HandsChoices
  readonly report: HandsReport
}

/** The stage of loading a file of hands. */
type HandsStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'refused'; readonly message: string }
  | { readonly at: 'open'; readonly open: OpenHands }
  | { readonly at: 'loaded'; readonly name: string; readonly counts: EnteredHands }

/** Has a chosen file checked, and again after each change; loads it once a person says so. */
export function useHandsFile(workshop: string, onLoaded: () => void) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [stage, setStage] = useState<HandsStage>({ at: 'choosing' })
  const { isDoing, problem, run } = useAction()
  const about = ({ permit }: ChosenFile) => ({ workbook, workshop, file: permit })
  const check = async (file: ChosenFile, choices: HandsChoices) => {
    const outcome = await client.hands.checkFile({ ...about(file), ...choices })
    setStage(
      'refused' in outcome
        ? { at: 'refused', message: handsRefusalMessage(outcome.file, outcome.refused) }
        : { at: 'open', open: { file, choices, report: outcome } },
    )
  }
  const choose = () =>
    run(async () => {
      const file = await host.chooseFile('hands')
      if (file) await check(file, {})
    })
  const change = ({ file }: OpenHands, choices: HandsChoices) => run(() => check(file, choices))
  const load = ({ file, choices }: OpenHands, by: string) =>
    run(async () => {
      const counts = await client.hands.loadFile({ ...about(file), ...choices, by })
      setStage({ at: 'loaded', name: file.name, counts })
      onLoaded()
    })
  const leave = () => setStage({ at: 'choosing' })
  return { stage, isDoing, problem, choose, change, load, leave }
}

/** The actions on a file of hands, and how far it is. */
export type HandsFileActions = ReturnType<typeof useHandsFile>
