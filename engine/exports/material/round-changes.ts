import { ROUND_CHANGE_KINDS, type RoundChangeKind } from '../../../shared/model/exports.ts'
import { REWORDED_FIELDS, type RewordedField } from '../../../shared/model/framework.ts'
import type { IndicatorResult } from '../../../shared/model/results.ts'
import { type ExportMaterial, toldRounds } from './material.ts'

/** That an indicator is another one, or not there, in the later of two rounds. */
export interface RoundChange {
  readonly kind: RoundChangeKind
  readonly from: number
  readonly to: number
  readonly indicator: string
  readonly code: string
  /** The title in the earlier round; in the later one for an indicator that was added. */
  readonly title: string
  /** The texts that differ, in the order in which an indicator is read. */
  readonly fields: readonly RewordedField[]
  /** The title in the later round where it is another one, or null. */
  readonly newTitle: string | null
}

/**
 * The indicators that were added, reworded, dropped from the framework or not asked again between the rounds that
 * an export tells of, by what each round listed: in the order of rounds, and in a round in that of the kinds.
 */
export function changesBetweenRounds(material: ExportMaterial): readonly RoundChange[] {
  const rounds = toldRounds(material)
  return rounds.slice(1).flatMap((to, index) => changesTo(material, rounds[index] ?? to, to))
}

function changesTo(material: ExportMaterial, from: number, to: number): readonly RoundChange[] {
  const [before, after] = [from, to].map(round => material.resultsOf(round).results.indicators)
  const was = new Map(before?.map(one => [one.id, one]))
  const is = new Map(after?.map(one => [one.id, one]))
  const inLater = indicatorsOf(material, after ?? [])
  const change = (
    kind: RoundChangeKind,
    { id, code, title }: IndicatorResult,
    more: Partial<RoundChange> = {},
  ): RoundChange => ({
    ...{ kind, from, to, indicator: id, code, title, fields: [], newTitle: null },
    ...more,
  })
  const changes = [
    ...[...is.values()].flatMap(later => {
      const earlier = was.get(later.id)
      if (!earlier) return [change('added', later)]
      const fields = rewordedFields(material, earlier, later)
      const newTitle = earlier.title === later.title ? null : later.title
      return fields.length === 0 ? [] : [change('reworded', earlier, { fields, newTitle })]
    }),
    ...[...was.values()]
      .filter(({ id }) => !is.has(id))
      .map(one => change(inLater.has(one.id) ? 'not asked again' : 'dropped', one)),
  ]
  return ROUND_CHANGE_KINDS.flatMap(kind => changes.filter(one => one.kind === kind))
}

/** The indicators of the framework versions that a round saw. */
function indicatorsOf(
  { versions }: ExportMaterial,
  listed: readonly IndicatorResult[],
): ReadonlySet<string> {
  const hashes = new Set(listed.map(({ framework }) => framework))
  const seen = versions.filter(({ hash }) => hashes.has(hash))
  return new Set(seen.flatMap(({ indicators }) => indicators.map(({ id }) => id)))
}

function rewordedFields(
  { wordsOf }: ExportMaterial,
  earlier: IndicatorResult,
  later: IndicatorResult,
): readonly RewordedField[] {
  if (earlier.framework === later.framework) return []
  const [was, is] = [wordsOf(earlier), wordsOf(later)]
  return REWORDED_FIELDS.filter(field => (was[field] ?? '') !== (is[field] ?? ''))
}
