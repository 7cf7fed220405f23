import type { ChartMaterial } from '../../../shared/charts/chart.ts'
import { DOCUMENT_IN_ENGLISH, type DocumentLanguage } from '../../../shared/languages/files.ts'

import { HANDS_WORDS, handsWords } from '../../../shared/messages/data-entry/hands.ts'

import type { DiaryEntry, StudyHistory } from '../../../shared/model/diary.ts'

import type { ExportScope, Release } from '../../../shared/model/exports.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { type HiddenFigures, hiddenFigures } from '../../../shared/model/hidden-figures.ts'
import type { Results, ResultsWithAgreement, WhoMoved } from '../../../shared/model/results.ts'
import type { Scale } from '../../../shared/model/scale.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { FacilitatedRound, Workshop } from '../../../shared/model/workshop.ts'
import { exportedDiary } from '../../diary/diary.ts'
import { readHistory } from '../../diary/history.ts'
import { WorkbookError } from '../../errors.ts'
import { readNames } from '../../people/names.ts'
import { whoMoved } from '../../results/compare.ts'
import { consolidate, consolidateWithAgreement } from '../../results/consolidate.ts'
import type { RatedWorkbook } from '../../results/rating-basis.ts'
import { listFacilitated } from '../../rounds/facilitators.ts'
import { hasHands } from '../../store/records/hands.ts'
import { hasPaper } from '../../store/records/sheets.ts'
import { getAllTestParticipants } from '../../store/records/test-participants.ts'
import { getAllParticipants, getAllWorkshops } from '../../store/records/workshops.ts'
import { getAllRounds, getNewestMoment } from '../../store/reports/exports.ts'
import type { ReadableStore } from '../../store/store.ts'
import { extentFor, refuseUnsound } from '../../verify/soundness.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { askedOfWhom, type ExportedProtocol, exportedProtocols } from './asked-of-whom.ts'
import { askedPlaces, type PlaceOf } from './asked-places.ts'
import {
  type ExportedConsent,
  type ExportedInformation,
  exportedConsents,
} from './exported-consents.ts'
import { type ExportedHands, exportedHands } from './exported-hands.ts'
import { type ExportedLanguage, exportedLanguages } from './exported-languages.ts'
import {
  commentedRatings,
  type ExportedPerson,
  type ExportedRating,
  type ExportedSuggestion,
  exportedPeople,
  exportedRatings,
  exportedSuggestions,
} from './exported-records.ts'
import { type FrameworkParts, frameworkParts } from './framework-parts.ts'
import { type CountsOf, rowCounts } from './row-counts.ts'

/** Results with what an export leaves out of them. */
export interface ShownResults {
  readonly results: Results
  readonly hidden: HiddenFigures
  /** In tables and rows: how many gave one of the two answers that are no level. Left out, as the results say. */
  readonly others?: OtherAnswers
  /** False where figures in which each group counts the same would be of groups put together. */
  readonly equalGroups?: boolean
}

/** Finds how many of everyone or of a group gave an answer that is no level; null where that is left out. */
export type OtherAnswers = (
  of: {
    readonly indicator: string
    readonly criterion: Criterion
    readonly group: string | null
  },
  kind: 'dontKnow' | 'notApplicable',
) => number | null

/** Comments and suggestions that a person has read and let out, with nothing about who wrote them. */
export interface ReleasedWords {
  readonly comments: readonly {
    readonly indicatorId: string
    readonly indicator: string | null
    readonly title: string
    readonly criterion: Criterion
    readonly round: number
    readonly text: string
  }[]
  readonly suggestions: readonly {
    readonly kind: 'wording' | 'missing'
    readonly indicator: string | null
    readonly title: string
    readonly round: number
    readonly text: string
  }[]
}

/** Everything that an export says, as the workbook was at one moment. */
export interface ExportMaterial extends ShownResults, FrameworkParts {
  readonly release: Release
  /** The attacks that were tried on a release before it was written, in sentences. */
  readonly audited: readonly string[]
  /** Sentences on shows of hands: how they are counted, or that they are not; none where there are none. */
  readonly handsSaid: readonly string[]
  /** Sentences on what workshops asked of whom and in which order; none where all asked everybody everything. */
  readonly askedSaid: readonly string[]
  /** Finds how a workshop asked; null where none was set up in a way of its own. */
  readonly protocolOf: ((workshop: string) => ExportedProtocol) | null
  /** Finds the place of an indicator in a person's shuffled order; null where an export does not tell it. */
  readonly placeOf: PlaceOf | null
  /** The shows of hands in scope, with whether results count them; none where they are left out. */
  readonly hands: readonly ExportedHands[]
  /** True where any answer of the workbook came from paper. */
  readonly hasPaper: boolean
  readonly title: string
  /** The language of the file's fixed words. */
  readonly language: DocumentLanguage
  readonly madeUp: boolean
  readonly scale: Scale
  readonly appVersion: string
  /** The time of the newest record. */
  readonly newest: string
  readonly scope: ExportScope
  /** The workshops in scope. */
  readonly workshops: readonly Workshop[]
  /** The rounds of a workshop for which it is noted who facilitated; none where names are pseudonyms. */
  readonly facilitatedIn: (workshop: string) => readonly FacilitatedRound[]
  /** The participants in scope, in the order in which their ratings are listed; no tests. */
  readonly people: readonly ExportedPerson[]
  /** The same with those who are tests. */
  readonly everyone: readonly ExportedPerson[]
  /** The agreements of everyone, and the texts that they name; none in what is released. */
  readonly consents: readonly ExportedConsent[]
  readonly information: readonly ExportedInformation[]
  /** The records of everyone that were said on screens in another language than English; none in what is released. */
  readonly languages: readonly ExportedLanguage[]
  /** The rounds in scope in which anything was rated; the first one first. */
  readonly rounds: readonly number[]
  /** The results of any round, and what of them is left out. */
  readonly resultsOf: (round: number) => ShownResults
  /** The people who moved from one round to a later one. */
  readonly moved: (from: number, to: number) => WhoMoved
  /** The agreement between people over all indicators in the chosen round. */
  readonly agreement: () => ResultsWithAgreement['agreement']
  /** The ratings in scope of people who count, from the first one each time. */
  readonly ratings: () => Iterable<ExportedRating>
  /** Those of them that something was written beside or instead of; none in what is released. */
  readonly commented: () => Iterable<ExportedRating>
  /** All of them with the ratings of tests, each of which says that it counts for nothing. */
  readonly listed: () => Iterable<ExportedRating>
  /** The suggestions of the people in those rounds; none where free texts are left out. */
  readonly suggestions: readonly ExportedSuggestion[]
  /** The free texts that tables have; null where there are none. */
  readonly words: ReleasedWords | null
  /** The account of what was done in the whole study, in numbers, whatever the scope. */
  readonly history: () => StudyHistory
  /** The diary of the whole study, the first entry first; see `hasDiary`. */
  readonly diary: () => readonly DiaryEntry[]
}

/** Tests whether an export has the diary: its moments, laptops and notes would tell where and with whom somebody was. */
export const hasDiary = ({ release, scope }: Pick<ExportMaterial, 'release' | 'scope'>): boolean =>
  release === 'research' && scope.people !== 'pseudonyms'

/** Tests whether anything is told by group: rows tell nothing of groups, and tables where they are large enough. */
export const hasGroups = ({ release, results }: ExportMaterial): boolean =>
  release === 'research' || Object.keys(results.groups).length > 0

/** The figures that charts are drawn from: in tables and rows, those that are told alone. */
export const drawnFrom = ({
  results,
  scale,
  hidden,
  release,
  language,
}: ExportMaterial): ChartMaterial => ({
  ...{ results, scale, hidden, words: language.files.documents.charts },
  ...(release !== 'research' && { levelsOnly: true }),
})

/** The indicators in use, then those of earlier versions. */
export const allIndicators = (material: ExportMaterial): readonly Indicator[] => [
  ...material.framework.indicators,
  ...material.earlierIndicators,
]

/** The rounds that tables tell of: the chosen one too when nobody has rated in it yet, as its results say so. */
export const toldRounds = ({ rounds, results }: ExportMaterial): readonly number[] =>
  [...new Set([...rounds, results.round])].toSorted((one, other) => one - other)

/**
 * Gathers what an export says and gives it to `use`; `withHands` counts shows of hands. Ratings saved meanwhile are not
 * in it, and saving is not held up. Throws UNKNOWN_WORKSHOP, UNKNOWN_GROUP, RULE_OFF_SCALE.
 */
export async function withExportMaterial<T>(
  workbook: Workbook,
  scope: ExportScope,
  use: (material: ExportMaterial, store: ReadableStore) => Promise<T>,
  withHands = false,
): Promise<T> {
  const snapshot = workbook.snapshot()
  try {
    refuseUnsound(snapshot.store, extentFor(workbook.store.file))
    return await use(gather(workbook, snapshot.store, scope, withHands), snapshot.store)
  } finally {
    snapshot.close()
  }
}

function gather(
  workbook: Workbook,
  store: ReadableStore,
  scope: ExportScope,
  withHands: boolean,
): ExportMaterial {
  const { title, madeUp, scale, appVersion } = workbook
  const shownOf = shownResults({ store, scale, withHands }, scope)
  const { results, hidden } = shownOf(scope.round)
  const countsOf = rowCounts({ store, scale }, scope, round =>
    shownOf(round).results.indicators.map(({ id }) => id),
  )
  refuseUnknownGroup(store, scope, results)
  const workshops = getAllWorkshops(store).filter(
    ({ id }) => scope.workshops === undefined || scope.workshops.includes(id),
  )
  const newest = getNewestMoment(store)
  const tests = getAllTestParticipants(store)
  const attendances = workshops.flatMap(workshop =>
    getAllParticipants(store, workshop.id)
      .filter(({ group }) => scope.groups === undefined || scope.groups.includes(group))
      .map(participant => ({ participant, workshop, isTest: tests.has(participant.id) })),
  )
  const everyone = exportedPeople(attendances, scope, { newest, nameOf: readNames(store) })
  const people = everyone.filter(({ isTest }) => !isTest)
  const rated = getAllRounds(
    store,
    workshops.map(({ id }) => id),
  )
  return {
    release: 'research',
    audited: [],
    handsSaid: withHands ? handsWords(results) : leftOutWords(store),
    askedSaid: askedOfWhom(store, workshops),
    protocolOf: exportedProtocols(store, workshops),
    placeOf: askedPlaces(store, workshops, scope),
    hands: withHands ? exportedHands(store, workshops, scope) : [],
    words: null,
    hasPaper: hasPaper(store),
    title,
    language: DOCUMENT_IN_ENGLISH,
    madeUp,
    scale,
    appVersion,
    newest,
    scope,
    ...frameworkParts(store),
    workshops,
    facilitatedIn: workshop => facilitatedIn(store, workshop, scope),
    people,
    everyone,
    ...exportedConsents(store, everyone),
    languages: exportedLanguages(store, everyone),
    rounds: rated.filter(round => scope.rounds === undefined || scope.rounds.includes(round)),
    results,
    hidden,
    resultsOf: shownOf,
    moved: (from, to) => {
      const { round: _, ...others } = scope
      return whoMoved({ store, scale }, { ...others, from, to })
    },
    agreement: () => consolidateWithAgreement({ store, scale }, scope).agreement,
    ...ratingsOf(store, { people, everyone }, scope, countsOf),
    history: () => readHistory(store),
    diary: () => exportedDiary({ store, device: workbook.device }),
    suggestions: scope.comments === false ? [] : exportedSuggestions(store, people, scope),
  }
}

/** The ratings of an export, read from the workbook each time that they are asked for. */
const ratingsOf = (
  store: ReadableStore,
  { people, everyone }: Pick<ExportMaterial, 'people' | 'everyone'>,
  scope: ExportScope,
  countsOf: CountsOf,
): Pick<ExportMaterial, 'ratings' | 'commented' | 'listed'> => ({
  ratings: () => exportedRatings(store, people, scope, countsOf),
  commented: () => commentedRatings(store, people, scope, countsOf),
  listed: () => exportedRatings(store, everyone, scope, countsOf),
})

/** Consolidates any round, each once, as several tables tell of it. */
function shownResults(
  workbook: RatedWorkbook,
  scope: ExportScope,
): (round: number) => ShownResults {
  const known = new Map<number, ShownResults>()
  return round => {
    const before = known.get(round)
    if (before) return before
    const results = consolidate(workbook, { ...scope, round })
    const shown = { results, hidden: hiddenFigures(results, scope.hideUnder) }
    known.set(round, shown)
    return shown
  }
}

/** A file that counts no shows of hands says so where there are any. */
const leftOutWords = (store: ReadableStore): readonly string[] =>
  hasHands(store) ? [HANDS_WORDS.leftOut] : []

/** A file that hides who the participants are does not name those who led them. */
function facilitatedIn(
  store: ReadableStore,
  workshop: string,
  { people, rounds }: ExportScope,
): readonly FacilitatedRound[] {
  if (people === 'pseudonyms') return []
  return listFacilitated(store, workshop).filter(({ round }) => rounds?.includes(round) ?? true)
}

/** A group spelt otherwise would be missing from the file without a word. */
function refuseUnknownGroup(store: ReadableStore, scope: ExportScope, { groups }: Results): void {
  const unknown = scope.groups?.find(group => !(group in groups))
  if (unknown === undefined) return
  const known = new Set(getAllWorkshops(store).flatMap(workshop => workshop.groups))
  throw new WorkbookError('UNKNOWN_GROUP', { group: unknown, groups: [...known] })
}
