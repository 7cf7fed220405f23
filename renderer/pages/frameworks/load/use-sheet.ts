import { useEffect, useState } from 'react'
import type { ChosenFile } from '../../../../shared/host.ts'
import type { CheckPreview } from '../../../../shared/model/check.ts'
import { toLoadable } from '../../../data/loadable.ts'
import { useClient } from '../../../data/services.tsx'
import { placeOf } from './issues.ts'

/** The part of the sheet in sight, and the cell that is open for a decision. */
export interface SheetView {
  /** The first row in sight. */
  readonly from: number
  readonly cell: string | null
  /** Grows with each jump, so that one to the same cell counts as well. */
  readonly visit: number
  /** Goes to a cell, wherever it is, and opens it. */
  readonly show: (cell: string) => void
  /** Opens a cell that is in sight. */
  readonly open: (cell: string) => void
  readonly close: () => void
  readonly turnTo: (row: number) => void
}

/** Rows in sight above a cell that is jumped to, so that one sees where it stands. */
const ROWS_ABOVE = 2

/** Keeps the view of a sheet; it begins just above the row of headings. */
export function useSheetView(headerRow: number): SheetView {
  const [view, setView] = useState<{ from: number | null; cell: string | null; visit: number }>({
    from: null,
    cell: null,
    visit: 0,
  })
  const above = (row: number) => Math.max(1, row - ROWS_ABOVE)
  return {
    from: view.from ?? above(headerRow),
    cell: view.cell,
    visit: view.visit,
    show: cell =>
      setView(({ visit }) => ({ from: above(placeOf(cell).row), cell, visit: visit + 1 })),
    open: cell => setView(before => ({ ...before, cell, visit: before.visit + 1 })),
    close: () => setView(before => ({ ...before, cell: null })),
    turnTo: row => setView(before => ({ ...before, from: Math.max(1, row), cell: null })),
  }
}

/** The rows of a sheet to show: a number of rows that hold anything, beginning with row `from`. */
interface Scope {
  readonly file: ChosenFile
  readonly sheet: string
  readonly from: number
  readonly rows: number
}

/** Rows of a sheet as the spreadsheet shows them; those before stay until others are here. */
export function usePreview({ file, sheet, from, rows }: Scope): CheckPreview | null {
  const client = useClient()
  const [preview, setPreview] = useState<CheckPreview | null>(null)
  const { permit } = file
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const answer = await toLoadable(client.framework.preview({ file: permit, sheet, from, rows }))
      if (!isWanted || answer.state !== 'ready' || 'refused' in answer.value) return
      setPreview(answer.value)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [client, permit, sheet, from, rows])
  return preview?.sheet === sheet ? preview : null
}
