import type { FeedbackWords } from '../messages/feedback.ts'
import type { Words } from './english.ts'
import type { FileWords } from './file-words.ts'
import type { SheetWords } from './sheet-words.ts'

type NameIn<Table> = {
  [Part in keyof Table & (string | number)]: Table[Part] extends
    | string
    | readonly unknown[]
    | ((...given: never[]) => string)
    ? `${Part}`
    : `${Part}` | `${Part}.${NameIn<Table[Part]>}`
}[keyof Table & (string | number)]

/** The name of a message of a language, such as `join.hello`; a group's name stands for all that is in it. */
export type MessageName = NameIn<
  Words & {
    readonly feedback: FeedbackWords
    readonly sheets: SheetWords
    readonly files: FileWords
  }
>

/** The extent to which people who speak a language have read its words: what is in neither list has been read by nobody. */
export interface Reading {
  /** The messages that a person who speaks the language has read and found right. */
  readonly checked: readonly MessageName[]
  /** The messages to look at first, with what is in doubt, in English. */
  readonly doubts: Readonly<Partial<Record<MessageName, string>>>
}
