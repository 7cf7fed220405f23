import { FIGURE_WORDS, levelWords, RESULT_PLACE_WORDS } from '../../shared/messages/exports.ts'
import type { CriterionSummary } from '../../shared/model/results.ts'
import type { Level, Scale } from '../../shared/model/scale.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import type { NumberFormat } from '../files/sheets.ts'
import type { Column } from './column.ts'
import type { ResultRow } from './result-rows.ts'

type Value = Column<ResultRow>['value']

const place = (
  name: keyof typeof RESULT_PLACE_WORDS,
  width: number,
  value: Value,
): Column<ResultRow> => ({ name, width, wraps: width > 20, words: RESULT_PLACE_WORDS[name], value })

const figure = (
  name: keyof typeof FIGURE_WORDS,
  format: NumberFormat,
  value: Value,
): Column<ResultRow> => ({ name, width: 12, format, words: FIGURE_WORDS[name], value })

const number =
  (name: keyof Omit<CriterionSummary, 'counts'>): Value =>
  ({ summary }) =>
    summary[name]

const GROUP_COLUMN = place('group', 24, ({ group }) => group)

/** The columns of results, over everyone counted. */
export function resultColumns(scale: Scale): readonly Column<ResultRow>[] {
  return [
    place('code', 12, ({ code }) => code),
    place('section', 28, ({ section }) => section),
    place('outcome', 40, ({ outcome }) => outcome),
    place('indicator', 44, ({ title }) => title),
    place('criterion', 12, ({ criterion }) => criterion),
    figure('participants', 'whole', ({ participants }) => participants),
    figure('n', 'whole', number('n')),
    ...scale.levels.usefulness.map(level => levelColumn(level, scale)),
    figure('dont_know', 'whole', number('dontKnow')),
    figure('not_applicable', 'whole', number('notApplicable')),
    figure('missing', 'whole', number('missing')),
    figure('mean', 'figure', number('mean')),
    figure('sd', 'figure', number('sd')),
    figure('median', 'figure', number('median')),
    figure('q1', 'figure', number('q1')),
    figure('q3', 'figure', number('q3')),
    figure('iqr', 'figure', number('iqr')),
    figure('favourable', 'share', number('favourable')),
  ]
}

/** The columns of results for one group a row. */
export function groupResultColumns(scale: Scale): readonly Column<ResultRow>[] {
  return resultColumns(scale).flatMap(column =>
    column.name === 'criterion' ? [column, GROUP_COLUMN] : [column],
  )
}

/** A level is called differently for each criterion, so its heading says both. */
function levelColumn({ value }: Level, scale: Scale): Column<ResultRow> {
  const labels = CRITERIA.map(
    criterion => scale.levels[criterion].find(level => level.value === value)?.label ?? '',
  )
  return {
    name: `level_${value}: ${[...new Set(labels)].join(' / ')}`,
    width: 16,
    format: 'whole',
    words: levelWords(value),
    value: ({ summary }) => summary.counts[String(value)] ?? 0,
  }
}
