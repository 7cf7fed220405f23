import {
  type ColumnWords,
  type RetiredWord,
  retiredWord,
  SUMMARY_WORDS,
  TABLE_WORDS,
} from '../../../shared/messages/exports.ts'
import { FIELD_WORDS } from '../../../shared/messages/indicator-fields.ts'
import { roundChangeWords } from '../../../shared/messages/round-changes.ts'
import type { Indicator, IndicatorText } from '../../../shared/model/framework.ts'
import {
  FIELDS_IN_FILES,
  fieldHeading,
  INDICATOR_FIELDS,
} from '../../../shared/model/indicator-fields.ts'
import {
  areFewAnswers,
  type JudgedSummary,
  type OtherWords,
  otherWords,
  type Priority,
} from '../../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../../shared/model/vocabulary.ts'
import type { NumberDisplay } from '../../files/write/sheets.ts'
import { groupBy } from '../../group-by.ts'
import type { VersionedIndicator } from '../material/framework-parts.ts'
import type { ExportMaterial } from '../material/material.ts'
import { changesBetweenRounds, type RoundChange } from '../material/round-changes.ts'
import type { Column } from './columns.ts'

/** A path of section titles as one text, which loading a framework takes apart again. */
export const sectionText = (section: readonly string[]): string => section.join(' > ')

/** The columns of a framework as a draft has them, so that an exported one can be loaded again. */
export const FRAMEWORK_COLUMNS: readonly Column<IndicatorText>[] = FIELDS_IN_FILES.map(field => {
  const { width } = INDICATOR_FIELDS[field]
  return {
    name: fieldHeading(field),
    width,
    wraps: width > 20,
    words: FIELD_WORDS[field].column,
    value: text => (field === 'section' ? sectionText(text.section) : text[field]),
  }
})

const versionColumn = (
  name: string,
  words: ColumnWords,
  width: number,
  value: Column<VersionedIndicator>['value'],
): Column<VersionedIndicator> => ({ name, width, words, value })

/** The columns of every framework version: which it is, and the columns of a framework. */
export const VERSION_COLUMNS: readonly Column<VersionedIndicator>[] = [
  versionColumn('framework', TABLE_WORDS.version, 20, ({ version }) => version.hash),
  {
    ...versionColumn('loaded_at', TABLE_WORDS.loadedAt, 25, ({ version }) => version.loadedAt),
    date: 'moment',
  },
  ...FRAMEWORK_COLUMNS.map(({ value, ...column }) => ({
    ...column,
    value: ({ indicator }: VersionedIndicator) => value(indicator),
  })),
]

/** One row of the summary: an indicator and what became of it. */
export interface SummaryRow {
  readonly indicator: Indicator
  readonly retired: RetiredWord
  readonly priority: Priority | null
  /** The result of each criterion; null where that is left out. */
  readonly criteria: Readonly<Record<Criterion, JudgedSummary | null>>
  /** The changes of the indicator between rounds. */
  readonly changes: readonly RoundChange[]
  /** The answers that saw other words; null where they are of too few people or not told. */
  readonly otherWords: OtherWords | null
}

/** A row for each indicator that the round lists, in its order and words. */
export function summaryRows(material: ExportMaterial): readonly SummaryRow[] {
  const { results, hidden, wordsOf } = material
  const changes = groupBy(changesBetweenRounds(material), ({ indicator }) => indicator)
  return results.indicators.map(result => {
    const { id, criteria, priority } = result
    const shown = (criterion: Criterion) =>
      hidden.has(id, criterion, null) ? null : criteria[criterion]
    const told = { usefulness: shown('usefulness'), usability: shown('usability') }
    const isWhole = told.usefulness !== null && told.usability !== null
    return {
      indicator: wordsOf(result),
      retired: retiredWord(result),
      priority: isWhole ? priority : null,
      criteria: told,
      changes: changes.get(id) ?? [],
      otherWords: isWhole ? toldOtherWords(material, otherWords(result)) : null,
    }
  })
}

/** The answers that saw other words, unless they, or the rest, are of fewer people than may be told. */
function toldOtherWords(
  { release, scope: { hideUnder = 0 } }: ExportMaterial,
  all: OtherWords,
): OtherWords | null {
  if (release !== 'research') return null
  const isFew = (answers: number) => answers > 0 && answers < hideUnder
  return isFew(all.answers) || isFew(all.of - all.answers) ? null : all
}

const column = (
  name: keyof typeof SUMMARY_WORDS,
  width: number,
  value: Column<SummaryRow>['value'],
): Column<SummaryRow> => ({ name, width, wraps: width > 20, words: SUMMARY_WORDS[name], value })

const figure = (
  name: keyof typeof SUMMARY_WORDS,
  format: 'whole' | 'figure' | 'share',
  value: Column<SummaryRow>['value'],
): Column<SummaryRow> => ({ ...column(name, 12, value), format })

const fewAnswers = (summary: JudgedSummary | null): string => {
  if (!summary) return 'left out'
  if (summary.tooFew) return 'too few'
  return areFewAnswers(summary) ? 'yes' : 'no'
}

const SHARE: NumberDisplay = { kind: 'bar', from: 0, to: 1 }

const favourable =
  (criterion: Criterion): Column<SummaryRow>['value'] =>
  ({ criteria }) =>
    criteria[criterion]?.favourable ?? null

/** The columns of the summary: the indicator, its priority, and how it did on each criterion. */
export const SUMMARY_COLUMNS: readonly Column<SummaryRow>[] = [
  column('code', 12, ({ indicator }) => indicator.code),
  column('section', 28, ({ indicator }) => sectionText(indicator.section)),
  column('indicator', 44, ({ indicator }) => indicator.title),
  column('retired', 11, ({ retired }) => retired),
  column('data_type', 16, ({ indicator }) => indicator.dataType),
  column('status', 11, ({ indicator }) => indicator.status),
  column('priority', 15, ({ priority }) => priority),
  column('between_rounds', 24, ({ changes }) => changes.map(roundChangeWords).join('; ')),
  figure('other_words', 'whole', row => row.otherWords?.answers ?? null),
  ...CRITERIA.flatMap(columnsOf),
]

function columnsOf(criterion: Criterion): readonly Column<SummaryRow>[] {
  const columns = [
    figure('n', 'whole', ({ criteria }) => criteria[criterion]?.n ?? null),
    figure('median', 'figure', ({ criteria }) => criteria[criterion]?.median ?? null),
    { ...figure('favourable', 'share', favourable(criterion)), look: SHARE },
    column('verdict', 12, ({ criteria }) => criteria[criterion]?.verdict ?? null),
    column('few_answers', 11, ({ criteria }) => fewAnswers(criteria[criterion])),
    column('kind_of_disagreement', 16, ({ criteria }) => criteria[criterion]?.kind ?? null),
    figure(
      'changes_to_flip',
      'whole',
      ({ criteria }) => criteria[criterion]?.changesToFlip ?? null,
    ),
  ]
  // With spaces, at which a heading breaks: what is read and printed is to be no wider than it must.
  return columns.map(each => ({ ...each, name: `${criterion} ${each.name.replaceAll('_', ' ')}` }))
}
