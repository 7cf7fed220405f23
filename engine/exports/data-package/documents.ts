import { stringify } from 'csv-stringify/sync'
import { methodsText, PACKAGE_README } from '../../../shared/messages/data-package.ts'
import { historyWords, receiptLines } from '../../../shared/messages/diary.ts'
import { PICTURE_FILES } from '../../../shared/messages/pictures/exported-pictures.ts'
import { choiceSentences, READ_ME } from '../../../shared/messages/report.ts'
import { conflictWords, QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { changeSentences } from '../../../shared/messages/round-changes.ts'
import { facilitatedWords } from '../../../shared/messages/rounds.ts'
import { ruleWords, stabilityTally } from '../../../shared/messages/rules.ts'
import { CRITERION_QUESTIONS } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { neutralise } from '../../files/write/csv.ts'
import { type ExportMaterial, toldRounds } from '../material/material.ts'
import { changesBetweenRounds } from '../material/round-changes.ts'
import type { DataTable, Field } from '../tables/field.ts'
import { type MeasuredTable, pathOf } from './measured-csv.ts'
import { packagedPictures } from './picture-parts.ts'

const HEADINGS = ['table', 'field', 'type', 'label', 'meaning', 'values', 'unit', 'value_labels']

const labelsOf = ({ labels = [], missing = [] }: Field): string =>
  [...labels, ...missing].map(({ value, label }) => `${value} = ${label}`).join('; ')

const cellsOf = (table: DataTable, field: Field): readonly string[] => [
  ...[table.name, field.name, field.type, field.label],
  ...[field.words.meaning, field.words.values, field.words.unit, labelsOf(field)],
]

/** The meaning of every field of every table, one field a row. */
export function codebookCsv(tables: readonly MeasuredTable[]): string {
  const rows = tables.flatMap(({ table }) => table.fields.map(field => cellsOf(table, field)))
  return stringify([HEADINGS, ...rows.map(row => row.map(neutralise))], { quoted_match: /[\r\n]/ })
}

/** The meaning of every field of every table, for reading. */
export function codebookMarkdown(
  { title }: ExportMaterial,
  tables: readonly MeasuredTable[],
): string {
  return [`# Codebook: ${plain(title)}`, ...tables.map(({ table }) => tableText(table))].join(
    '\n\n',
  )
}

function tableText(table: DataTable): string {
  const rows = table.fields.map(field => {
    const { name, type, label, words } = field
    const values = [words.values, labelsOf(field)].filter(text => text !== '').join('; ')
    const meaning = label === words.meaning.replace(/\.$/, '') ? '' : words.meaning
    const told = [`**${plain(label)}.**`, plain(meaning)].join(' ').trim()
    return `| \`${name}\` | ${type} | ${told} | ${plain(values)} | ${plain(words.unit)} |`
  })
  return [
    `## ${table.title}: ${pathOf(table)}`,
    '',
    ...['| field | type | meaning | values | unit |', '| --- | --- | --- | --- | --- |'],
    ...rows,
    '',
  ].join('\n')
}

/** Text that a table of Markdown takes as it is. */
const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\|*_`<[\]]/g, '\\$&')

/** The first thing that a person opens. */
export function packageReadme(
  material: ExportMaterial,
  tables: readonly MeasuredTable[],
  choices: readonly string[],
): string {
  const { title, newest, madeUp } = material
  const files = Object.entries({
    ...PACKAGE_README.files,
    ...(packagedPictures(material).length > 0 ? { 'pictures/': PICTURE_FILES } : {}),
  }).map(([name, is]) => `| ${name} | ${is} |`)
  const data = tables.map(({ table, path, rows }) => `| ${path} | ${table.title}, ${rows} rows |`)
  return [
    `# ${plain(title)}`,
    ...(madeUp ? ['**MADE UP: nobody gave these ratings.**'] : []),
    PACKAGE_README.about,
    `${PACKAGE_README.newest} ${newest}`,
    choices.map(choice => `- ${choice}`).join('\n'),
    ['| file | holds |', '| --- | --- |', ...files, ...data].join('\n'),
    PACKAGE_README.csv,
    '',
  ].join('\n\n')
}

/** The methods of the study as the workbook knows them. */
export function methods(material: ExportMaterial): string {
  const { title, madeUp, framework, workshops, results, scale, scope } = material
  const { ruleUsed, quantile, groups, participants } = results
  return methodsText({
    title,
    madeUp,
    framework: {
      title: framework.title,
      hash: framework.hash,
      indicators: framework.indicators.length,
    },
    workshops: workshops.map(one => ({
      ...one,
      facilitated: facilitatedWords(material.facilitatedIn(one.id)),
    })),
    groups: Object.entries(groups).map(([name, count]) => ({ name, count })),
    rounds: peopleByRound(material),
    changes: changeSentences(changesBetweenRounds(material), toldRounds(material)),
    participants,
    levels: Object.fromEntries(
      CRITERIA.map(criterion => [criterion, scale.levels[criterion].map(({ label }) => label)]),
    ),
    questions: CRITERION_QUESTIONS,
    rule: {
      title: READ_ME.ruleName(ruleUsed),
      words: `${ruleWords(ruleUsed, scale.length)} ${stabilityTally(results)}`.trim(),
      source: ruleUsed.source,
    },
    quantile: QUANTILE_WORDS[quantile],
    answers: countAnswers(material),
    conflicts: conflictWords(results.conflicts),
    choices: [
      ...choiceSentences(scope),
      ...material.askedSaid,
      ...material.handsSaid,
      ...material.audited,
    ],
    release: material.release,
    program: READ_ME.program(material.appVersion),
    history: historyOf(material),
  })
}

function historyOf({ history, release, scope }: ExportMaterial) {
  const found = history()
  const told = { release, pseudonyms: scope.people === 'pseudonyms' }
  return { words: historyWords(found, told), receipts: receiptLines(found, told) }
}

function peopleByRound({ ratings, rounds, release, resultsOf }: ExportMaterial) {
  if (release !== 'research') {
    return rounds.map(round => ({
      name: String(round),
      count: resultsOf(round).results.participants,
    }))
  }
  const people = new Map(rounds.map(round => [round, new Set<string>()]))
  for (const { round, answer, person } of ratings()) {
    if (answer !== 'none') people.get(round)?.add(person.key)
  }
  return [...people].map(([round, keys]) => ({ name: String(round), count: keys.size }))
}

function countAnswers({ results }: ExportMaterial) {
  const summaries = results.indicators.flatMap(({ criteria }) =>
    CRITERIA.map(criterion => criteria[criterion]),
  )
  const sum = (of: 'asked' | 'n' | 'dontKnow' | 'notApplicable' | 'missing') =>
    summaries.reduce((all, summary) => all + summary[of], 0)
  return {
    round: results.round,
    possible: sum('asked'),
    levels: sum('n'),
    dontKnow: sum('dontKnow'),
    notApplicable: sum('notApplicable'),
    missing: sum('missing'),
  }
}
