import { laptopWords } from '../../../shared/messages/whole-study.ts'
import type {
  MergeReceipt,
  PackageAccount,
  ReceiptSummary,
} from '../../../shared/model/packages.ts'
import { sameName } from '../../../shared/model/vocabulary.ts'
import { participantFinder } from '../../people/find.ts'
import { getPackagesOfPeople } from '../../store/packages/receipts.ts'
import { getAllParticipants, getAllWorkshops } from '../../store/records/workshops.ts'
import type { ReadableStore } from '../../store/store.ts'
import { readLaptops } from '../../study/laptops.ts'
import { allReceipts } from './receipts.ts'

/** Tests whether a package is meant. */
export type IsMeant = (account: PackageAccount) => boolean

/**
 * Prepares to find packages by words: part of the file's name, of the laptop's or of a workshop's title, or what a person
 * is called: the code, the name or the id. A package is a person's if it was the first to bring something of them.
 */
export function packageFinder(store: ReadableStore, words: string): IsMeant {
  const wanted = sameName(words)
  const isIn = (text: string): boolean => sameName(text).includes(wanted)
  const laptopOf = readLaptops(store)
  const people = participantFinder(store)(words).map(({ id }) => id)
  const attending = getAllWorkshops(store)
    .filter(({ title }) => isIn(title))
    .flatMap(({ id }) => getAllParticipants(store, id).map(({ id: participant }) => participant))
  const numbers = new Set(getPackagesOfPeople(store, [...people, ...attending]))
  return ({ file, source, number, workshops = [] }) =>
    [file, ...workshops, ...(source ? [laptopWords(laptopOf(source.device))] : [])].some(isIn) ||
    (source?.laptop !== undefined && isIn(source.laptop)) ||
    (number !== null && numbers.has(number))
}

/** Summaries of a workbook's receipts, latest first; with words those that have a package which these find. */
export function listReceipts(store: ReadableStore, words = ''): readonly ReceiptSummary[] {
  const isMeant = words === '' ? undefined : packageFinder(store, words)
  return allReceipts(store).flatMap(receipt => {
    const found = isMeant ? receipt.packages.filter(isMeant) : []
    return isMeant && found.length === 0 ? [] : [summaryOf(receipt, found)]
  })
}

const summaryOf = (
  { id, mergedAt, packages, totals }: MergeReceipt,
  found: readonly PackageAccount[],
): ReceiptSummary => ({
  ...{ id, mergedAt, packages: packages.length, totals },
  found: found.map(({ file }) => file),
})
