import {
  RELEASE_WORDS,
  rowsAttackWords,
  tablesAttackWords,
} from '../../../shared/messages/releases.ts'
import type { ExportScope, Release } from '../../../shared/model/exports.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/results.ts'
import { WorkbookError } from '../../errors.ts'
import { judgingBy, ruleOf } from '../../results/figures/verdict.ts'
import type { ReadableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import {
  type ExportMaterial,
  type ShownResults,
  toldRounds,
  withExportMaterial,
} from '../material/material.ts'
import { attackCounts } from './attack.ts'
import { countQuestions, keyOf } from './counted.ts'
import { type Earlier, keepGivenOut, readEarlier } from './given-out.ts'
import type { Part } from './parts.ts'
import { readTold } from './read-told.ts'
import { agreementOfTold, rebuildResults } from './rebuild.ts'
import { releaseTables } from './release-tables.ts'
import { releasedPeople } from './released-people.ts'
import { releaseRows } from './released-rows.ts'
import { releasedWords } from './released-words.ts'
import { fewChangedRows, type RowDigests } from './rows.ts'
import type { ToldCounts } from './told.ts'

/**
 * Gathers what a release says and gives it to `use`: of research everything, of tables and rows what an attack found
 * nothing in. What tables and rows tell is kept in the workbook before `use` begins, so that the next release is held
 * against it. Throws what `withExportMaterial` throws, RELEASE_IS_WHOLE, RULE_NOT_RELEASED, RELEASED_BEFORE,
 * TOO_FEW_FOR_ROWS.
 */
export function withReleasedMaterial<T>(
  workbook: Workbook,
  { release = 'research', ...scope }: ExportScope,
  use: (material: ExportMaterial) => Promise<T>,
): Promise<T> {
  if (release === 'research') return withExportMaterial(workbook, scope, use, true)
  refuseNarrowed(release, scope)
  refuseRule(workbook, scope)
  const { round, quantile, rule, comments } = scope
  const whole: ExportScope = {
    ...{ round, people: 'pseudonyms' },
    ...(quantile && { quantile }),
    ...(rule && { rule }),
    ...(comments !== undefined && { comments }),
  }
  return withExportMaterial(workbook, whole, (material, store) => {
    const earlier = readEarlier(workbook.store)
    const asked = scope.hideUnder ?? ENOUGH_ANSWERS
    // Beside an earlier file with less in it, one with more would tell what that one left out.
    const under = Math.max(asked, ...earlier.map(({ told }) => told.under))
    const releasing = { workbook, store, material, earlier, under }
    return use(release === 'tables' ? tablesMaterial(releasing) : rowsMaterial(releasing))
  })
}

/** A part of a workbook beside the whole of it would tell of the rest. */
function refuseNarrowed(release: Release, scope: Omit<ExportScope, 'release'>): void {
  const { workshops, groups, rounds, wording, conflicts } = scope
  const narrowed = Object.entries({ workshops, groups, rounds, wording, conflicts })
  const choice = narrowed.find(([, value]) => value !== undefined)?.[0]
  if (choice !== undefined) throw new WorkbookError('RELEASE_IS_WHOLE', { release, choice })
}

/** A rule that asks each group, or counts don't-knows, cannot be followed where these are left out. */
function refuseRule({ scale }: Workbook, scope: Omit<ExportScope, 'release'>): void {
  const rule = ruleOf(scope, scale)
  const { test } = judgingBy(rule, scale, scope)
  if (test.kind === 'shares' && (test.each !== 'everyone' || test.withDontKnow)) {
    throw new WorkbookError('RULE_NOT_RELEASED', { rule: rule.name })
  }
}

interface Releasing {
  readonly workbook: Workbook
  readonly store: ReadableStore
  readonly material: ExportMaterial
  readonly earlier: readonly Earlier[]
  readonly under: number
}

function tablesMaterial({ workbook, store, material, earlier, under }: Releasing): ExportMaterial {
  const rounds = toldRounds(material)
  const questions = rounds.flatMap(round => countQuestions(material.resultsOf(round).results))
  const groups = [
    ...new Set(rounds.flatMap(round => Object.keys(material.resultsOf(round).results.groups))),
  ]
  const afterRows = earlier.some(({ release }) => release === 'rows')
  const before = earlier.map(({ told }) => told)
  const { told, attack, keptBack } = releaseTables({
    ...{ questions, groups, under, earlier: before, byGroup: !afterRows },
  })
  refuseUntold(told, material.results.round, { earlier, keptBack })
  const names = told.parts.map(part => nameOf(part, groups))
  const released = {
    ...withoutPeople(material, 'tables', under),
    ...shown(material, told, names),
    ratings: () => [],
    listed: () => [],
    words: material.scope.comments === false ? null : releasedWords(store, material),
    audited: tablesAttackWords({
      under,
      bounds: attack.bounds,
      comparisons: attack.comparisons,
      earlier: differing(earlier, told),
      keptBack: keptBack.size,
      afterRows,
      together: told.parts.find(part => part.length > 1) ?? [],
    }),
  }
  attackWritten(released, { told, names, earlier: before, groups })
  keepGivenOut(workbook, 'tables', { told, rows: [] })
  return released
}

/** Throws where most of a round is kept back because of earlier releases: such a file would be of no use. */
function refuseUntold(
  { questions }: ToldCounts,
  round: number,
  { earlier, keptBack }: { readonly earlier: readonly Earlier[]; readonly keptBack: KeptBack },
): void {
  const levels = questions.filter(one => one.round === round && one.kind === 'levels')
  const told = levels.filter(({ everyone }) => everyone !== null).length
  const kept = levels.filter(question => keptBack.get(keyOf(question)) === 'everything').length
  const last = earlier.at(-1)
  if (last && kept > told) throw new WorkbookError('RELEASED_BEFORE', { since: last.recordedAt })
}

type KeptBack = ReturnType<typeof releaseTables>['keptBack']

/** The earlier releases that told something else. */
const differing = (earlier: readonly Earlier[], { questions }: ToldCounts): number => {
  const now = JSON.stringify(questions.filter(({ everyone }) => everyone !== null))
  return earlier.filter(({ told }) => JSON.stringify(told.questions) !== now).length
}

/** The name of a part: of a group of its own, or of the groups together. */
function nameOf(part: Part, groups: readonly string[]): string {
  const [only] = part
  if (part.length === 1 && only !== undefined) return only
  let name: string = RELEASE_WORDS.together
  while (groups.includes(name)) name = `${name}*`
  return name
}

/** Attacks the rows of results that files are made of, whatever made them. Throws where one tells of few. */
function attackWritten(released: ExportMaterial, { told, names, earlier, groups }: Written): void {
  const written = { ...told, questions: readTold(released, names) }
  const { findings } = attackCounts({ told: written, earlier, groups })
  if (findings.length > 0)
    throw new Error(`A release tells of few people: ${findings[0]?.question}.`)
}

interface Written {
  readonly told: ToldCounts
  readonly names: readonly string[]
  readonly earlier: readonly ToldCounts[]
  readonly groups: readonly string[]
}

/** Everything of a release that is not about people. */
function withoutPeople(material: ExportMaterial, release: Release, under: number): ExportMaterial {
  return {
    ...material,
    release,
    // The moment of the last answer is a person's.
    newest: `${material.newest.slice(0, 10)}T00:00:00.000Z`,
    scope: { ...material.scope, release, hideUnder: under },
    workshops: [],
    people: [],
    everyone: [],
    consents: [],
    information: [],
    languages: [],
    commented: () => [],
    suggestions: [],
    // Moves are counted of pairs of answers, which counts do not tell.
    moved: (from, to) => ({ from, to, indicators: [] }),
    facilitatedIn: () => [],
  }
}

/** The results of every round, computed anew from what is told. */
function shown(
  material: ExportMaterial,
  told: ToldCounts,
  names: readonly string[],
): Pick<ExportMaterial, keyof ShownResults | 'resultsOf' | 'agreement'> {
  const { scale, scope } = material
  const rebuilding = { told, names, judging: judgingBy(ruleOf(scope, scale), scale, scope) }
  const of = (round: number) => rebuildResults(material.resultsOf(round).results, rebuilding)
  const known = new Map(toldRounds(material).map(round => [round, of(round)]))
  const now = known.get(material.results.round) ?? of(material.results.round)
  return {
    ...now,
    resultsOf: round => known.get(round) ?? of(round),
    agreement: () => agreementOfTold(now.results),
  }
}

function rowsMaterial({ workbook, store, material, earlier, under }: Releasing): ExportMaterial {
  const byGroup = earlier.find(({ told }) => told.questions.some(({ parts }) => parts !== null))
  if (byGroup) throw new WorkbookError('RELEASED_BY_GROUP', { since: byGroup.recordedAt })
  const rows = releaseRows({ store, scale: workbook.scale }, toldRounds(material), under)
  if (rows.codes.size === 0) throw new WorkbookError('TOO_FEW_FOR_ROWS', { under })
  refuseFewChanges(rows, earlier, under)
  const { people, ratings } = releasedPeople(material, rows)
  keepGivenOut(workbook, 'rows', { told: rows.told, rows: rows.digests })
  return {
    ...withoutPeople(material, 'rows', under),
    ...shown(material, rows.told, []),
    people,
    ratings,
    listed: ratings,
    audited: rowsAttackWords({
      under,
      rows: people.length,
      smallest: rows.smallest,
      leftOut: rows.leftOut,
      earlier: differing(earlier, rows.told),
    }),
  }
}

/** Throws where rows beside an earlier release would tell who came or went between the two. */
function refuseFewChanges(
  { told, digests }: { readonly told: ToldCounts; readonly digests: readonly RowDigests[] },
  earlier: readonly Earlier[],
  under: number,
): void {
  const isFew = (one: Earlier): boolean => {
    const { findings } = attackCounts({ told, earlier: [one.told], groups: [] })
    return (
      findings.some(({ found }) => found === 'change') ||
      digests.some(now => {
        const then = one.rows.find(({ round, rows }) => round === now.round && rows.length > 0)
        return then && (then.columns !== now.columns || fewChangedRows(then, now, under))
      })
    )
  }
  const since = earlier.find(isFew)
  if (since) throw new WorkbookError('RELEASED_BEFORE', { since: since.recordedAt })
}
