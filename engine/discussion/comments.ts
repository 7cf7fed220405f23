import { v7 as uuidv7 } from 'uuid'
import type { CommentsScope, ListedComment } from '../../shared/model/comments.ts'
import type { RatingKey } from '../../shared/model/rating.ts'
import { WorkbookError } from '../errors.ts'
import {
  appendCommentTag,
  type CommentRow,
  type CurrentTag,
  getAllComments,
  getAllTagsOfQuestions,
  getTagsOfKey,
  getWriter,
} from '../store/records/comments.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import { getReleasedWords, isCurrentComment, setReleasedWords } from '../store/records/releases.ts'
import { getAllWorkshops } from '../store/records/workshops.ts'
import { getAllPeople, type Person } from '../store/reports/answers.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** The current comments without their authors; of all workshops unless some are named. */
export function listComments(store: ReadableStore, scope: CommentsScope): readonly ListedComment[] {
  const workshops = scope.workshops ?? getAllWorkshops(store).map(({ id }) => id)
  const { indicator = null, round = null } = scope
  const tags = tagsByQuestion(store)
  const shown = groupsToTell(getAllPeople(store, workshops), scope.hideGroupsUnder)
  const released = getReleasedWords(store)
  return byKey(getAllComments(store, { workshops, indicator, round })).flatMap(rows =>
    toComments(rows, { tags, shown, released }),
  )
}

/** The facts that are told beside comments. */
interface ToldOfComments {
  readonly tags: ReadonlyMap<string, readonly string[]>
  /** The groups that may be told. */
  readonly shown: ReadonlySet<string>
  /** The ids of the words that are let out. */
  readonly released: ReadonlySet<string>
}

/** The comments of one key: one, or in a conflict more. */
function toComments(
  rows: readonly CommentRow[],
  { tags, shown, released }: ToldOfComments,
): readonly ListedComment[] {
  const current = rows.filter(({ isCurrent }) => isCurrent === 1)
  const latest = rows.at(-1)
  if (!latest) return []
  const standing = current.length > 0 ? current : [{ ...latest, text: '' }]
  const texts = new Set(standing.map(({ text }) => text))
  const earlier = earlierTexts(rows, texts)
  const allTags = [...(tags.get(questionOf(latest)) ?? [])]
  return standing.map(({ rating, indicator, criterion, round, text }, index) => ({
    rating,
    indicator,
    criterion,
    round,
    group: shown.has(latest.group) ? latest.group : null,
    workshop: latest.workshop,
    text,
    tags: allTags,
    released: text !== '' && released.has(rating),
    // A conflict's two comments have one past.
    earlier: index === 0 ? earlier : [],
  }))
}

function earlierTexts(rows: readonly CommentRow[], now: ReadonlySet<string>) {
  const seen = new Set(now)
  return rows.toReversed().flatMap(({ text, recordedAt }) => {
    if (seen.has(text)) return []
    seen.add(text)
    return [{ text, recordedAt }]
  })
}

/** The rows of each key together; they come in order of their keys. */
function byKey(rows: readonly CommentRow[]): readonly (readonly CommentRow[])[] {
  const keys = new Map<string, CommentRow[]>()
  for (const row of rows) {
    const key = questionOf(row)
    const known = keys.get(key)
    if (known) known.push(row)
    else keys.set(key, [row])
  }
  return [...keys.values()]
}

const questionOf = ({ indicator, criterion, round, participant }: RatingKey): string =>
  [indicator, criterion, round, participant].join(' ')

/** The tags of each question: a reworded comment keeps those that were put on its earlier words. */
function tagsByQuestion(store: ReadableStore): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>()
  for (const { tag, ...key } of getAllTagsOfQuestions(store)) {
    tags.set(questionOf(key), [...(tags.get(questionOf(key)) ?? []), tag])
  }
  return tags
}

/** The groups that may be told beside what somebody wrote: those of `under` people or more. */
export function groupsToTell(people: readonly Person[], under = 0): ReadonlySet<string> {
  const sizes = new Map<string, number>()
  for (const { group } of people) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return new Set([...sizes].filter(([, size]) => size >= under).map(([group]) => group))
}

/** A tag, and the comment (or the older rating with one) that it is put on or taken off. */
export interface Tagging {
  readonly rating: string
  readonly tag: string
}

/** Puts a tag on a comment and returns all that are on it now. Throws UNKNOWN_RATING. */
export function tagComment(workbook: Workbook, { rating, tag }: Tagging): readonly string[] {
  const { store } = workbook
  return store.transaction(() => {
    const participant = requireWriter(store, rating)
    if (!tagNames(getTagsOfKey(store, rating)).includes(tag)) {
      append(workbook, { participant, rating, tag, removed: false })
    }
    return tagNames(getTagsOfKey(store, rating))
  })
}

/**
 * Takes a tag off a comment, wherever in its history it was put on; one that another laptop
 * puts there without having seen this stays. Throws UNKNOWN_RATING.
 */
export function untagComment(workbook: Workbook, { rating, tag }: Tagging): readonly string[] {
  const { store } = workbook
  return store.transaction(() => {
    const participant = requireWriter(store, rating)
    for (const present of getTagsOfKey(store, rating)) {
      if (present.tag !== tag) continue
      const removal = { participant, rating: present.rating, tag, removed: true }
      appendSupersession(store, { record: append(workbook, removal), superseded: present.id })
    }
    return tagNames(getTagsOfKey(store, rating))
  })
}

/** A comment, and whether it is let out in tables. */
export interface Releasing {
  readonly rating: string
  readonly released: boolean
}

/** Lets a comment out that somebody has read, or keeps it in again. Throws UNKNOWN_RATING. */
export function releaseComment(
  { store, clock }: Workbook,
  { rating, released }: Releasing,
): boolean {
  return store.transaction(() => {
    if (!isCurrentComment(store, rating)) throw new WorkbookError('UNKNOWN_RATING', { rating })
    setReleasedWords(store, { record: rating, released, recordedAt: clock() })
    return released
  })
}

function append(
  { store, device, clock }: Workbook,
  wanted: Tagging & { readonly participant: string; readonly removed: boolean },
): string {
  const id = uuidv7()
  appendCommentTag(store, { ...wanted, id, recordedAt: clock(), device })
  return id
}

const tagNames = (tags: readonly CurrentTag[]): readonly string[] => [
  ...new Set(tags.map(({ tag }) => tag)),
]

function requireWriter(store: ReadableStore, id: string): string {
  const writer = getWriter(store, id)
  if (writer === undefined) throw new WorkbookError('UNKNOWN_RATING', { rating: id })
  return writer
}
