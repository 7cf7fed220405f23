import { useState } from 'react'
import type { ChosenFile, ExportFormat } from '../../../shared/host.ts'
import { problemOf } from '../../host/problem.ts'
import { useServices } from '../../stores/services.tsx'
import { useResults, useWorkbookId } from '../../stores/workbook-context.tsx'
import { type ExportChoices, scopeOf } from './choices.ts'
import { exportName } from './export-name.ts'

/** How the writing of an export stands. */
export type ExportStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'writing' }
  | { readonly at: 'written'; readonly file: ChosenFile; readonly bytes: number }
  | { readonly at: 'failed'; readonly message: string }

/**
 * Asks where to write, writes there, and hands the file over. Verdicts are by the rule, and of the
 * round, that are chosen for the results, so that a file says what the screen says.
 */
export function useExport(title: string, choices: ExportChoices) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { rule, quantile, round } = useResults(state => state.scope)
  const [stage, setStage] = useState<ExportStage>({ at: 'choosing' })
  const write = async (format: ExportFormat) => {
    try {
      const file = await host.chooseDestination(exportName(title, format, new Date()), format)
      if (file === null) return
      setStage({ at: 'writing' })
      const { bytes } = await client.exports.write({
        workbook,
        format,
        to: file.permit,
        round,
        ...(rule && { rule }),
        ...(quantile && { quantile }),
        ...scopeOf(choices),
      })
      await host.deliver(file)
      setStage({ at: 'written', file, bytes })
    } catch (error) {
      setStage({ at: 'failed', message: problemOf(error).message })
    }
  }
  return { stage, write }
}
