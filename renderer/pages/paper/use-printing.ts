import { useState } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import type { LanguageCode } from '../../../shared/languages/languages.ts'
import { MOST_SHEETS, type SheetStyle, type SheetsFor } from '../../../shared/model/paper.ts'
import { openedRounds, type Workshop } from '../../../shared/model/workshop.ts'
import { useRounds } from '../../data/rounds.ts'
import { useServices } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { exportName } from '../../ui/format.ts'

/** A workshop to print sheets for, and what is done once they are printed. */
export interface PrintProps {
  readonly workshop: Workshop
  readonly onPrinted: () => void
}

/** The choice of what is to be printed. */
export interface Wanted {
  /** The participant to print another sheet for; empty for newcomers of the group. */
  readonly person: string
  readonly group: string
  readonly people: string
  readonly style: Look
  readonly language: LanguageCode
  /** The sections that are left out. */
  readonly without: ReadonlySet<string>
}

/** The looks of paper, and a form for a spreadsheet program. */
export type Look = SheetStyle | 'form'

/** The people to print for; null where their number is none that can be printed for. */
export function peopleWanted({ person, group, people: text }: Wanted): SheetsFor | null {
  if (person !== '') return { participant: person }
  const people = Number(text)
  const isPossible = /^\d+$/.test(text.trim()) && people >= 1 && people <= MOST_SHEETS
  return isPossible ? { group, people } : null
}

/** The file that sheets were printed to, and their numbers. */
export interface PrintedSheets {
  readonly file: ChosenFile
  readonly sheets: readonly number[]
}

/** Prints to a file that the person chooses, and hands it over. */
export function usePrinting({ workshop, onPrinted }: PrintProps) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { answer } = useRounds(workshop.id)
  const [printed, setPrinted] = useState<PrintedSheets | null>(null)
  const { isDoing, problem, run } = useAction()
  const round = answer.state === 'ready' ? (openedRounds(answer.value).at(-1)?.round ?? 1) : null
  const print = (wanted: Wanted, sections: readonly string[] | null) =>
    run(async () => {
      const { style } = wanted
      const people = peopleWanted(wanted)
      if (round === null || people === null) return
      const paper = host.front === 'desktop' ? 'pdf' : 'html'
      const format = style === 'form' ? 'xlsx' : paper
      const name = exportName(`${workshop.title} sheets`, format, new Date())
      const file = await host.chooseDestination(name, format)
      if (file === null) return
      const printing = {
        ...{ workshop: workshop.id, round, style: style === 'form' ? ('plain' as const) : style },
        for: people,
        language: wanted.language,
        ...(sections && { sections: [...sections] }),
      }
      const to = file.permit
      const { sheets } =
        format === 'xlsx'
          ? await client.paper.form({ workbook, printing, to })
          : await client.paper.print({ workbook, printing, format, to })
      await host.deliver(file)
      setPrinted({ file, sheets })
      onPrinted()
    })
  return { isDoing, problem, printed, print, isReady: round !== null }
}
