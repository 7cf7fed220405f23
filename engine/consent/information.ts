import { v7 as uuidv7 } from 'uuid'
import type { Information, InformationText } from '../../shared/model/consent.ts'
import { WorkbookError } from '../errors.ts'
import { appendInformation, getCurrentInformation } from '../store/records/consents.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** An empty text takes the ones before it away: that a study had none from then on is a fact about it, too. */
const NONE: InformationText = { title: '', text: '' }

/**
 * The study's text as it stands; null for none. Where laptops wrote different ones, the one that was written last
 * stands on all of them.
 */
export function readInformation(store: ReadableStore): Information | null {
  const last = getCurrentInformation(store).at(-1)
  if (last === undefined || last.text === '') return null
  const { device: _, ...information } = last
  return information
}

/** Puts a text in the place of the one that stands, or none; nothing is stored where nothing changes. */
export function setInformation(
  { store, clock, device }: Workbook,
  { information }: { readonly information: InformationText | null },
): Information | null {
  return store.transaction(() => {
    const before = getCurrentInformation(store)
    const { title, text } = information ?? NONE
    const stands = before.at(-1) ?? NONE
    if (before.length < 2 && stands.title === title && stands.text === text) {
      return readInformation(store)
    }
    const id = uuidv7()
    appendInformation(store, { id, title, text, recordedAt: clock(), device })
    for (const { id: superseded } of before) appendSupersession(store, { record: id, superseded })
    return readInformation(store)
  })
}

/**
 * The text that somebody who comes in agrees to; null where the study has none. Throws NOT_AGREED where they agreed to
 * none, or to one that no longer stands.
 */
export function requireAgreement(
  store: ReadableStore,
  agreedTo: string | undefined,
): string | null {
  const stands = readInformation(store)
  if (stands === null) return null
  if (stands.id !== agreedTo) throw new WorkbookError('NOT_AGREED', {})
  return stands.id
}
