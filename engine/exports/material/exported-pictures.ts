import type { Framework } from '../../../shared/model/framework.ts'
import type { PictureType } from '../../../shared/model/pictures/pictures.ts'
import { picturesOf } from '../../frameworks/pictures/keep-pictures.ts'
import { getPictureParts, getPictureType } from '../../store/records/pictures.ts'
import type { ReadableStore } from '../../store/store.ts'

/** The picture of an indicator of the version in use. */
export interface ExportedPicture {
  readonly code: string
  readonly section: readonly string[]
  readonly title: string
  readonly type: PictureType
  readonly description: string
  /** Reads its bytes; call it while the export is written. */
  readonly bytes: () => Buffer
}

/** The pictures of a framework version, in the order of its indicators. */
export function exportedPictures(
  store: ReadableStore,
  { hash, indicators }: Pick<Framework, 'hash' | 'indicators'>,
): readonly ExportedPicture[] {
  const pictures = new Map(picturesOf(store, hash).map(one => [one.indicator, one]))
  return indicators.flatMap(({ id, code, section, title }) => {
    const picture = pictures.get(id)
    const type = picture && getPictureType(store, picture.content)
    if (!picture || !type) return []
    const { content, description } = picture
    const bytes = (): Buffer =>
      Buffer.concat(getPictureParts(store, content).map(part => Buffer.from(part, 'base64')))
    return [{ code, section, title, type, description, bytes }]
  })
}
