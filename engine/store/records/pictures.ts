import type { IndicatorPicture, PictureType } from '../../../shared/model/pictures/pictures.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** A part of a picture: its bytes as base64, and the part that follows it. */
export interface PicturePart {
  /** The SHA-256 of its bytes and of the id of the next part. */
  readonly id: string
  readonly data: string
  readonly next: string | null
}

/** The picture that stands for an indicator from then on; without content it takes earlier ones away. */
export interface PictureRecord extends Omit<IndicatorPicture, 'content'> {
  readonly id: string
  /** The framework version that it was loaded with. */
  readonly framework: string
  /** The id of its first part. */
  readonly content: string | null
  readonly type: PictureType | null
  readonly recordedAt: string
  readonly device: string
}

/** The pictures that nothing superseded, in the order of their making; several of an indicator if laptops loaded their own. */
export function getCurrentPictures(store: ReadableStore): readonly PictureRecord[] {
  return store
    .prepare<Record<string, never>, PictureRecord>(
      `SELECT id, framework, indicator, content, type, description, file_name AS fileName,
         recorded_at AS recordedAt, device FROM picture_record AS p
       WHERE NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = p.id) ORDER BY id`,
    )
    .all({})
}

/** Stores which picture stands for an indicator. */
export function appendPicture(store: WritableStore, record: PictureRecord): void {
  store
    .prepare<PictureRecord>(
      `INSERT INTO picture_record
         (id, framework, indicator, content, type, description, file_name, recorded_at, device)
       VALUES (@id, @framework, @indicator, @content, @type, @description, @fileName, @recordedAt, @device)`,
    )
    .run(record)
}

/** Stores a part of a picture, unless it is there. */
export function appendPicturePart(store: WritableStore, part: PicturePart): void {
  store
    .prepare<PicturePart>(
      `INSERT INTO picture_part (id, data, next) VALUES (@id, @data, @next) ON CONFLICT DO NOTHING`,
    )
    .run(part)
}

/** The type of a picture by its content; undefined if no record names it. */
export function getPictureType(store: ReadableStore, content: string): PictureType | undefined {
  return store
    .prepare<{ content: string }, { readonly type: PictureType }>(
      'SELECT type FROM picture_record WHERE content = @content LIMIT 1',
    )
    .get({ content })?.type
}

/** The data of the parts of a picture, in their order. */
export function getPictureParts(store: ReadableStore, content: string): readonly string[] {
  return store
    .prepare<{ content: string }, { readonly data: string }>(
      `WITH RECURSIVE part (data, next, place) AS (
         SELECT data, next, 0 FROM picture_part WHERE id = @content
         UNION ALL
         SELECT following.data, following.next, place + 1
         FROM part JOIN picture_part AS following ON following.id = part.next)
       SELECT data FROM part ORDER BY place`,
    )
    .all({ content })
    .map(({ data }) => data)
}
