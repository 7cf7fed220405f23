import { FILES_IN_ENGLISH, type FileWords } from '../../../shared/languages/file-words.ts'
import type { FileLanguage } from '../../../shared/languages/files.ts'
import {
  commentsWords,
  peopleWords,
  READ_ME,
  releaseWords,
  roundsWords,
  smallGroupsWords,
} from '../../../shared/messages/report.ts'
import { conflictWords, QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { facilitatedWords } from '../../../shared/messages/rounds.ts'
import { ruleWords } from '../../../shared/messages/rules.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import type { Note, NotesSheet } from '../../files/write/sheets.ts'
import type { ExportMaterial } from '../material/material.ts'

const heading = (label: string): readonly Note[] => [
  { label: '', text: '' },
  { label, text: '' },
]

/** A note for each entry, under its name in the language. */
const notesOf = (
  entries: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>>,
): readonly Note[] =>
  Object.entries(entries).map(([name, text]) => ({ label: names[name] ?? name, text }))

/**
 * The sheet that a reader should see first; `sheets` are the names of all in English. What figures mean and the rule are
 * in English in every language: what a number is defended with is what somebody has read.
 */
export function readMeSheet(
  material: ExportMaterial,
  sheets: readonly string[],
  language: FileLanguage | null,
): NotesSheet {
  const { title, madeUp, newest, appVersion } = material
  const said = language?.files ?? FILES_IN_ENGLISH
  const { readMe, columns, values } = said
  const { labels } = readMe
  const listed = Object.entries(readMe.sheets).filter(([name]) => sheets.includes(name))
  return {
    kind: 'notes',
    name: said.sheets['Read me'],
    title,
    notes: [
      ...(language ? [readMe.language] : []),
      ...(madeUp ? [{ label: labels.warning, text: readMe.madeUp }] : []),
      { label: labels.about, text: readMe.about },
      { label: labels.newest, text: newest },
      { label: labels.program, text: READ_ME.program(appVersion) },
      ...heading(labels.counted),
      ...countedNotes(material, readMe),
      ...heading(labels.choices),
      ...choiceNotes(material, said),
      ...heading(labels.framework),
      ...frameworkNotes(material, readMe),
      ...heading(labels.rule),
      ...ruleNotes(material, readMe),
      ...heading(labels.priorities),
      ...notesOf(readMe.priorities, values.priority),
      ...heading(labels.kinds),
      ...notesOf(readMe.kinds, values.kind),
      ...heading(labels.definitions),
      { label: labels.quantiles, text: QUANTILE_WORDS[material.results.quantile] },
      ...notesOf(READ_ME.definitions, columns),
      ...heading(labels.sheets),
      ...notesOf(Object.fromEntries(listed), said.sheets),
    ],
  }
}

type ReadMe = FileWords['readMe']

function countedNotes(
  { results, workshops, facilitatedIn, release }: ExportMaterial,
  { labels, ...said }: ReadMe,
): readonly Note[] {
  const people = (count: number) => said.people(count, release)
  return [
    { label: labels.round, text: said.round(results.round) },
    ...(results.wording ? [{ label: labels.wording, text: said.wording[results.wording] }] : []),
    {
      label: labels.participants,
      text: release === 'research' ? String(results.participants) : people(results.participants),
    },
    ...(results.conflicts.keys === 0
      ? []
      : [{ label: labels.conflicts, text: conflictWords(results.conflicts) }]),
    ...workshops.flatMap(({ id, title, date, venue }) => {
      const by = facilitatedWords(facilitatedIn(id))
      return [
        {
          label: labels.workshop,
          text: [title, date, venue].filter(part => part !== '').join(', '),
        },
        ...(by === '' ? [] : [{ label: labels.facilitated, text: by }]),
      ]
    }),
    ...Object.entries(results.groups).map(([group, count]) => ({
      label: labels.group,
      text: `${group}: ${people(count)}`,
    })),
  ]
}

const choiceNotes = (
  { scope, release, askedSaid, handsSaid, audited }: ExportMaterial,
  { readMe, sheets }: FileWords,
): readonly Note[] => [
  { label: readMe.labels.release, text: releaseWords(scope) },
  ...askedSaid.map(text => ({ label: readMe.labels.asked, text })),
  ...handsSaid.map(text => ({ label: sheets['Show of hands'], text })),
  ...audited.map(text => ({ label: readMe.labels.tried, text })),
  ...(release === 'research' ? researchNotes(scope, readMe) : []),
]

const researchNotes = (scope: ExportScope, { labels, choices }: ReadMe): readonly Note[] => [
  { label: labels.rounds, text: roundsWords(scope, choices) },
  { label: labels.people, text: peopleWords(scope, choices) },
  { label: labels.comments, text: commentsWords(scope, choices) },
  { label: labels.smallGroups, text: smallGroupsWords(scope, choices) },
]

function ruleNotes(
  { results: { ruleUsed }, scale }: ExportMaterial,
  { labels }: ReadMe,
): readonly Note[] {
  return [
    { label: labels.ruleName, text: READ_ME.ruleName(ruleUsed) },
    { label: labels.ruleWords, text: ruleWords(ruleUsed, scale.length) },
    ...(ruleUsed.source === '' ? [] : [{ label: labels.ruleSource, text: ruleUsed.source }]),
  ]
}

function frameworkNotes(
  { framework }: ExportMaterial,
  { labels, example }: ReadMe,
): readonly Note[] {
  const { title, hash, origin, indicators } = framework
  return [
    { label: labels.title, text: title },
    ...(origin === 'example' ? [{ label: labels.warning, text: example }] : []),
    { label: labels.hash, text: hash },
    { label: labels.indicators, text: String(indicators.length) },
  ]
}
