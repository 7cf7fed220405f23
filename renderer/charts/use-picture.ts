import { useState } from 'react'
import type { FileThemeName } from '../../shared/charts/theme/file-themes.ts'
import type { ChartChoice, PictureFormat } from '../../shared/model/chart.ts'
import { problemOf } from '../host/problem.ts'
import { exportName } from '../pages/export/export-name.ts'
import { useServices } from '../stores/services.tsx'
import { useResults, useWorkbookId } from '../stores/workbook-context.tsx'

/** How the making of a picture stands. */
export type PictureStage =
  | { readonly at: 'nothing' }
  | { readonly at: 'copied'; readonly format: PictureFormat }
  | { readonly at: 'saved'; readonly file: string }
  | { readonly at: 'failed'; readonly message: string }

const pngOf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))], {
    type: 'image/png',
  })

/** A drawing is put on the clipboard as its text, which programs that draw take. */
async function copy(format: PictureFormat, picture: Promise<string>): Promise<void> {
  if (format === 'svg') return navigator.clipboard.writeText(await picture)
  // The clipboard is given the promise, as a browser allows writing only right after a press.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture.then(pngOf) })])
}

/** Copies and saves a chart as a picture, made by the engine from the scope that is on screen. */
export function usePicture(chart: ChartChoice, name: string) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const scope = useResults(state => state.scope)
  const [stage, setStage] = useState<PictureStage>({ at: 'nothing' })
  const attempt = async (make: () => Promise<PictureStage>) => {
    setStage({ at: 'nothing' })
    try {
      setStage(await make())
    } catch (error) {
      setStage({ at: 'failed', message: problemOf(error).message })
    }
  }
  const asked = (format: PictureFormat, theme: FileThemeName) => ({
    ...{ workbook, ...scope },
    ...{ chart, format, theme },
  })
  return {
    stage,
    copy: (format: PictureFormat, theme: FileThemeName) =>
      attempt(async () => {
        const drawn = client.charts.draw(asked(format, theme))
        await copy(
          format,
          drawn.then(({ picture }) => picture),
        )
        return { at: 'copied', format }
      }),
    save: (format: PictureFormat, theme: FileThemeName) =>
      attempt(async () => {
        const file = await host.chooseDestination(exportName(name, format, new Date()), format)
        if (file === null) return { at: 'nothing' }
        await client.charts.save({ ...asked(format, theme), to: file.permit })
        await host.deliver(file)
        return { at: 'saved', file: file.name }
      }),
  }
}
