import { useState } from 'react'
import type { ChosenFile, ExportFormat } from '../../../shared/host.ts'
import { problemOf } from '../../host/problem.ts'
import { useServices } from '../../stores/services.tsx'
import { useResults, useWorkbookId } from '../../stores/workbook-context.tsx'
import { exportName } from './export-name.ts'

/** How the writing of an export stands. */
export type ExportStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'writing' }
  | { readonly at: 'written'; readonly file: ChosenFile; readonly bytes: number }
  | { readonly at: 'failed'; readonly message: string }

/**
 * Asks where to write, writes there, and hands the file over. Verdicts are by the rule that is chosen
 * for the results, so that a file says what the screen says.
 */
export function useExport(title: string) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const rule = useResults(state => state.scope.rule)
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
        ...(rule && { rule }),
      })
      await host.deliver(file)
      setStage({ at: 'written', file, bytes })
    } catch (error) {
      setStage({ at: 'failed', message: problemOf(error).message })
    }
  }
  return { stage, write }
}
