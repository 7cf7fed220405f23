import { useState } from 'react'
import type { ChosenFile, ExportFormat } from '../../../shared/host.ts'
import { FIRST_LANGUAGE, type LanguageCode } from '../../../shared/languages/languages.ts'
import { type ExportScope, isInLanguages, type Release } from '../../../shared/model/exports.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/results.ts'
import { problemOf } from '../../data/loadable.ts'
import { useServices } from '../../data/services.tsx'
import { useResults, useWorkbookId } from '../../data/workbook-context.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { exportName, formatBytes } from '../../ui/format.ts'
import { FileReady } from '../common/file-ready.tsx'

/** The progress of an export. */
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
        ...(isInLanguages(format) && { language: choices.language }),
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

/** The choices for an export; null for a workshop or group means all of them. */
export interface ExportChoices {
  /** The readers that the file is for; the choices below are of a file for research. */
  readonly release: Release
  /** The language of headings, in the kinds of file that can be in several. */
  readonly language: LanguageCode
  readonly workshop: string | null
  readonly group: string | null
  readonly comments: boolean
  readonly pseudonyms: boolean
  readonly hideSmallGroups: boolean
}

/** All that there is, told as it was recorded. */
export const EVERYTHING: ExportChoices = {
  release: 'research',
  language: FIRST_LANGUAGE,
  workshop: null,
  group: null,
  comments: true,
  pseudonyms: false,
  hideSmallGroups: false,
}

/** The choices as an export is asked for. */
function scopeOf(choices: ExportChoices): Omit<ExportScope, 'round'> {
  const { release, workshop, group, comments, pseudonyms, hideSmallGroups } = choices
  if (release !== 'research') return { release }
  return {
    comments,
    people: pseudonyms ? 'pseudonyms' : 'codes',
    ...(workshop !== null && { workshops: [workshop] }),
    ...(group !== null && { groups: [group] }),
    ...(hideSmallGroups && { hideUnder: ENOUGH_ANSWERS }),
  }
}

/** The outcome of writing a file: the place of the file, or the reason for which there is none. */
export function FileOutcome({ stage }: { readonly stage: ExportStage }) {
  const { host } = useServices()
  if (stage.at === 'failed') {
    return (
      <Notice tone="danger" heading="The file was not written" announce>
        <p>{stage.message}</p>
      </Notice>
    )
  }
  if (stage.at !== 'written') return null
  return (
    <FileReady file={stage.file}>
      {formatBytes(stage.bytes)}.{' '}
      {host.front === 'browser'
        ? 'Your browser has put it with your other downloads.'
        : 'It is where you chose to save it.'}
    </FileReady>
  )
}
