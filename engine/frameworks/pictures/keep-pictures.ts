import { v7 as uuidv7 } from 'uuid'
import type {
  IndicatorPicture,
  PictureContent,
  PictureType,
} from '../../../shared/model/pictures/pictures.ts'
import { groupBy } from '../../group-by.ts'
import { getAllIndicators } from '../../store/records/frameworks.ts'
import {
  appendPicture,
  appendPicturePart,
  getCurrentPictures,
  getPictureParts,
  getPictureType,
  type PictureRecord,
} from '../../store/records/pictures.ts'
import { appendSupersession } from '../../store/records/ratings.ts'
import type { ReadableStore, WritableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { currentVersion } from '../versions/current-version.ts'
import { partsOf } from './parts.ts'

/** A picture on its way into a workbook, by the code of its indicator. */
export interface NewPicture {
  readonly code: string
  readonly type: PictureType
  readonly bytes: Uint8Array
  readonly description: string
  readonly fileName: string
}

/**
 * The pictures of the indicators of a framework version. They are the indicator's, in whichever words a version has it. Where laptops
 * loaded different ones, the one that was loaded last stands on all of them.
 */
export function picturesOf(store: ReadableStore, framework: string): readonly IndicatorPicture[] {
  const records = getCurrentPictures(store)
  if (records.length === 0) return []
  const last = new Map(records.map(record => [record.indicator, record]))
  return getAllIndicators(store, framework).flatMap(({ id }) => {
    const record = last.get(id)
    if (record === undefined || record.content === null) return []
    const { indicator, content, description, fileName } = record
    return [{ indicator, content, description, fileName }]
  })
}

/** The bytes of a picture by the SHA-256 of its content; null if there is none. */
export function pictureContentOf(store: ReadableStore, content: string): PictureContent | null {
  const type = getPictureType(store, content)
  if (type === undefined) return null
  const bytes = getPictureParts(store, content).map(part => Buffer.from(part, 'base64'))
  return { type, data: Buffer.concat(bytes).toString('base64') }
}

interface By {
  readonly device: string
  readonly now: string
}

type Standing = Pick<PictureRecord, 'content' | 'type' | 'description' | 'fileName'>

/**
 * Puts pictures in the place of those that stand for their indicators; call it inside a transaction. Other indicators keep
 * theirs. Gives the number of indicators whose picture is another one now, or has another description.
 */
export function keepPictures(
  store: WritableStore,
  { framework, pictures }: { readonly framework: string; readonly pictures: readonly NewPicture[] },
  by: By,
): number {
  if (pictures.length === 0) return 0
  const ids = new Map(getAllIndicators(store, framework).map(({ code, id }) => [code, id]))
  return replaceAll(
    store,
    framework,
    pictures.flatMap(({ code, type, bytes, description, fileName }) => {
      const indicator = ids.get(code)
      if (indicator === undefined) return []
      const parts = partsOf(bytes)
      for (const part of parts) appendPicturePart(store, part)
      return [
        { indicator, content: parts.at(-1)?.id ?? null, type, description, fileName },
      ] as const
    }),
    by,
  )
}

function replaceAll(
  store: WritableStore,
  framework: string,
  pictures: readonly (Standing & { readonly indicator: string })[],
  { now, device }: By,
): number {
  const before = groupBy(getCurrentPictures(store), ({ indicator }) => indicator)
  const changed = pictures.filter(({ indicator, content, description }) => {
    const [standing = NO_PICTURE, ...others] = before.get(indicator) ?? []
    const isSame = standing.content === content && standing.description === description
    return !isSame || others.length > 0
  })
  for (const picture of changed) {
    const id = uuidv7()
    appendPicture(store, { id, framework, ...picture, recordedAt: now, device })
    for (const { id: superseded } of before.get(picture.indicator) ?? []) {
      appendSupersession(store, { record: id, superseded })
    }
  }
  return changed.length
}

const NO_PICTURE: Standing = { content: null, type: null, description: '', fileName: '' }

/** The version in use, and the number of indicators whose picture has changed. */
export interface LoadedPictures {
  readonly framework: string
  readonly changed: number
}

/** Puts pictures in the place of those that stand for their indicators in the version in use. */
export function loadPictures(
  { store, device, clock }: Workbook,
  pictures: readonly NewPicture[],
): LoadedPictures {
  return store.transaction(() => {
    const framework = currentVersion(store).hash
    const changed = keepPictures(store, { framework, pictures }, { device, now: clock() })
    return { framework, changed }
  })
}

/** Takes the pictures of these indicators away, or (null) of all; they stay in the workbook's history. */
export function removePictures(
  { store, device, clock }: Workbook,
  indicators: readonly string[] | null,
): LoadedPictures {
  return store.transaction(() => {
    const framework = currentVersion(store).hash
    const removed = picturesOf(store, framework)
      .filter(({ indicator }) => indicators === null || indicators.includes(indicator))
      .map(({ indicator }) => ({ ...NO_PICTURE, indicator }))
    return { framework, changed: replaceAll(store, framework, removed, { device, now: clock() }) }
  })
}
