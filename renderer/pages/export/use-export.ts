import { useState } from 'react'
import type { ChosenFile, DestinationFormat } from '../../../shared/host.ts'
import { problemOf } from '../../host/problem.ts'
import { useServices } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'

/** How the writing of an export stands. */
export type ExportStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'writing' }
  | { readonly at: 'written'; readonly file: ChosenFile; readonly bytes: number }
  | { readonly at: 'failed'; readonly message: string }

/** What a file may not be called on one system or another. */
const FORBIDDEN = /[\\/:*?"<>|]+/g

/** A name for the file: the workbook's title and the day, which sorts well in a folder. */
export function exportName(title: string, format: DestinationFormat, now: Date): string {
  const day = now.toISOString().slice(0, 10)
  const safe = title.replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/g, ' ').trim()
  return `${safe || 'Workbook'} ${day}.${format}`
}

/** Asks where to write, writes there, and hands the file over. */
export function useExport(title: string) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [stage, setStage] = useState<ExportStage>({ at: 'choosing' })
  const write = async (format: DestinationFormat) => {
    try {
      const file = await host.chooseDestination(exportName(title, format, new Date()), format)
      if (file === null) return
      setStage({ at: 'writing' })
      const { bytes } = await client.exports.write({ workbook, format, to: file.permit })
      await host.deliver(file)
      setStage({ at: 'written', file, bytes })
    } catch (error) {
      setStage({ at: 'failed', message: problemOf(error).message })
    }
  }
  return { stage, write }
}
