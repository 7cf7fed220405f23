import { HANDS_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { ASKED_LABEL } from '../../../shared/messages/protocol/exported-protocol.ts'
import { RELEASE_WORDS } from '../../../shared/messages/releases.ts'
import {
  commentsWords,
  peopleWords,
  READ_ME,
  releaseWords,
  roundsWords,
  SHEET_WORDS,
  smallGroupsWords,
} from '../../../shared/messages/report.ts'
import { conflictWords, QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { facilitatedWords } from '../../../shared/messages/rounds.ts'
import { DISAGREEMENT_WORDS, PRIORITY_WORDS, ruleWords } from '../../../shared/messages/rules.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import { EXAMPLE_LABEL } from '../../../shared/model/framework.ts'
import type { Note, NotesSheet } from '../../files/write/sheets.ts'
import type { ExportMaterial } from '../material/material.ts'

const { labels } = READ_ME

const heading = (label: string): readonly Note[] => [
  { label: '', text: '' },
  { label, text: '' },
]

const notesOf = (entries: Readonly<Record<string, string>>): readonly Note[] =>
  Object.entries(entries).map(([label, text]) => ({ label, text }))

/** The sheet that a reader should see first. */
export function readMeSheet(material: ExportMaterial, sheets: readonly string[]): NotesSheet {
  const { title, madeUp, newest, appVersion } = material
  return {
    kind: 'notes',
    name: 'Read me',
    title,
    notes: [
      ...(madeUp ? [{ label: labels.warning, text: READ_ME.madeUp }] : []),
      { label: labels.about, text: READ_ME.about },
      { label: labels.newest, text: newest },
      { label: labels.program, text: READ_ME.program(appVersion) },
      ...heading(labels.counted),
      ...countedNotes(material),
      ...heading(labels.choices),
      ...choiceNotes(material),
      ...heading(labels.framework),
      ...frameworkNotes(material),
      ...heading(labels.rule),
      ...ruleNotes(material),
      ...heading(labels.priorities),
      ...notesOf(PRIORITY_WORDS),
      ...heading(labels.kinds),
      ...notesOf(DISAGREEMENT_WORDS),
      ...heading(labels.definitions),
      { label: labels.quantiles, text: QUANTILE_WORDS[material.results.quantile] },
      ...notesOf(READ_ME.definitions),
      ...heading(labels.sheets),
      ...notesOf(SHEET_WORDS).filter(({ label }) => sheets.includes(label)),
    ],
  }
}

function countedNotes({
  results,
  workshops,
  facilitatedIn,
  release,
}: ExportMaterial): readonly Note[] {
  const people = (count: number) => READ_ME.people(count, release)
  return [
    { label: labels.round, text: READ_ME.round(results.round) },
    ...(results.wording ? [{ label: labels.wording, text: READ_ME.wording[results.wording] }] : []),
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

const choiceNotes = ({
  scope,
  release,
  askedSaid,
  handsSaid,
  audited,
}: ExportMaterial): readonly Note[] => [
  { label: RELEASE_WORDS.label, text: releaseWords(scope) },
  ...askedSaid.map(text => ({ label: ASKED_LABEL, text })),
  ...handsSaid.map(text => ({ label: HANDS_WORDS.name, text })),
  ...audited.map(text => ({ label: RELEASE_WORDS.tried, text })),
  ...(release === 'research' ? researchNotes(scope) : []),
]

const researchNotes = (scope: ExportScope): readonly Note[] => [
  { label: labels.rounds, text: roundsWords(scope) },
  { label: labels.people, text: peopleWords(scope) },
  { label: labels.comments, text: commentsWords(scope) },
  { label: labels.smallGroups, text: smallGroupsWords(scope) },
]

function ruleNotes({ results: { ruleUsed }, scale }: ExportMaterial): readonly Note[] {
  return [
    { label: labels.ruleName, text: READ_ME.ruleName(ruleUsed) },
    { label: labels.ruleWords, text: ruleWords(ruleUsed, scale.length) },
    ...(ruleUsed.source === '' ? [] : [{ label: labels.ruleSource, text: ruleUsed.source }]),
  ]
}

function frameworkNotes({ framework }: ExportMaterial): readonly Note[] {
  const { title, hash, origin, indicators } = framework
  return [
    { label: labels.title, text: title },
    ...(origin === 'example' ? [{ label: labels.warning, text: EXAMPLE_LABEL }] : []),
    { label: labels.hash, text: hash },
    { label: labels.indicators, text: String(indicators.length) },
  ]
}
