import type { CheckChoices, CheckReport } from '../../../shared/model/check.ts'

/** What becomes of a row of the sheet. */
export type RowState =
  | { readonly is: 'above' }
  | { readonly is: 'headings' }
  | { readonly is: 'loaded' }
  | { readonly is: 'faulty' }
  | { readonly is: 'skipped'; readonly reason: string }
  | { readonly is: 'left-out' }

/** Tells what becomes of each row, from what was understood of the sheet. */
export function rowStates(
  { headerRow, indicators, skipped }: CheckReport,
  { leftOut = [] }: CheckChoices,
): (row: number) => RowState {
  const loaded = new Set(indicators.map(({ row }) => row))
  const reasons = new Map(skipped.map(({ row, reason }) => [row, reason]))
  const out = new Set(leftOut)
  return row => {
    if (row < headerRow) return { is: 'above' }
    if (row === headerRow) return { is: 'headings' }
    if (out.has(row)) return { is: 'left-out' }
    const reason = reasons.get(row)
    if (reason !== undefined) return { is: 'skipped', reason }
    return { is: loaded.has(row) ? 'loaded' : 'faulty' }
  }
}
