import {
  type MergeReceipt,
  mergeReceipt,
  type ReceiptSummary,
} from '../../shared/model/exchange.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import { writeWholeFile } from '../files/write-whole-file.ts'
import { getAllReceipts } from '../store/packages.ts'
import type { ReadableStore } from '../store/store.ts'
import { receiptPage } from './receipt-page.ts'

/** The receipts that a workbook keeps, latest first. */
export function listReceipts(store: ReadableStore): readonly ReceiptSummary[] {
  return allReceipts(store).map(({ id, mergedAt, packages, totals }) => ({
    id,
    mergedAt,
    packages: packages.length,
    totals,
  }))
}

/** One receipt, as it was shown. Throws UNKNOWN_RECEIPT. */
export function requireReceipt(store: ReadableStore, id: string): MergeReceipt {
  const receipt = allReceipts(store).find(one => one.id === id)
  if (!receipt) throw new WorkbookError('UNKNOWN_RECEIPT', { receipt: id })
  return receipt
}

/** Every receipt of a workbook, latest first. */
export function allReceipts(store: ReadableStore): readonly MergeReceipt[] {
  return getAllReceipts(store).map(({ content }) => mergeReceipt.parse(JSON.parse(content)))
}

/** Writes a receipt to a file that a person chose: for a program, or to be printed. */
export async function writeReceipt(
  receipt: MergeReceipt,
  format: 'json' | 'html',
  to: PermittedFile,
): Promise<{ readonly name: string; readonly bytes: number }> {
  const content = format === 'json' ? `${JSON.stringify(receipt, null, 2)}\n` : receiptPage(receipt)
  const bytes = await writeWholeFile(to, async out => {
    out.end(content)
  })
  return { name: to.name, bytes }
}
