import { DIARY_KIND_NAMES, diaryWords } from '../../../shared/messages/diary.ts'
import { DIARY_COLUMN_WORDS } from '../../../shared/messages/exports.ts'
import { laptopWords } from '../../../shared/messages/whole-study.ts'
import type { DiaryEntry } from '../../../shared/model/diary.ts'
import type { Column } from './columns.ts'

const column = (
  name: keyof typeof DIARY_COLUMN_WORDS,
  width: number,
  value: Column<DiaryEntry>['value'],
): Column<DiaryEntry> => ({ name, width, words: DIARY_COLUMN_WORDS[name], value })

/** The columns of the diary: when and on which laptop, what happened, and the receipt that has more. */
export const DIARY_COLUMNS: readonly Column<DiaryEntry>[] = [
  { ...column('recorded_at', 25, ({ at }) => at), date: 'moment' },
  column('laptop', 18, ({ laptop }) => laptopWords(laptop)),
  column('kind', 16, ({ facts }) => DIARY_KIND_NAMES[facts.kind]),
  { ...column('entry', 80, ({ facts }) => diaryWords(facts)), wraps: true },
  column('receipt', 38, ({ facts }) =>
    facts.kind === 'merge' || facts.kind === 'refusal' ? facts.receipt : null,
  ),
]
