import type { Framework, Indicator } from '../../../shared/model/framework.ts'
import type { GlossaryTerm } from '../../../shared/model/glossary/terms.ts'
import type { IndicatorResult } from '../../../shared/model/results.ts'
import type { Translation } from '../../../shared/model/translations/translation.ts'
import { currentGlossary } from '../../frameworks/glossary/keep-glossary.ts'
import { translationsOf } from '../../frameworks/translations/keep-translations.ts'
import { currentFramework } from '../../frameworks/versions/current-version.ts'
import {
  getAllFrameworks,
  getAllIndicators,
  getAllOtherIndicators,
} from '../../store/records/frameworks.ts'
import type { ReadableStore } from '../../store/store.ts'
import { type ExportedTranslation, exportedTranslations } from '../sheets/translation-columns.ts'
import { type ExportedPicture, exportedPictures } from './exported-pictures.ts'

/** A framework version with the words of every indicator. */
export type ExportedVersion = Pick<
  Framework,
  'hash' | 'title' | 'fileName' | 'loadedAt' | 'indicators'
>

/** Everything that an export says of the framework. */
export interface FrameworkParts {
  /** The version in use. */
  readonly framework: Framework
  /** Indicators of earlier framework versions that the one in use does not have, with codes of theirs. */
  readonly earlierIndicators: readonly Indicator[]
  /** The code by which tables refer to an indicator: no two have the same. */
  readonly codeOf: (indicator: string) => string
  /** Every version, the oldest first. */
  readonly versions: readonly ExportedVersion[]
  /** The terms of the glossary of the framework; none where it has none. */
  readonly glossary: readonly GlossaryTerm[]
  /** The pictures of the indicators of the version in use; none where it has none. */
  readonly pictures: readonly ExportedPicture[]
  /** Every text of its indicators in another language that was ever loaded. */
  readonly translations: readonly ExportedTranslation[]
  /** The words of the version in use in other languages, as they stand. */
  readonly translated: readonly Translation[]
  /** Finds the words that a result stands under: those of its round. */
  readonly wordsOf: WordsOf
}

/** Finds the words of an indicator in the framework version by which a round lists it. */
export type WordsOf = (listed: Pick<IndicatorResult, 'id' | 'framework'>) => Indicator

/** Reads what an export says of the framework. */
export function frameworkParts(store: ReadableStore): FrameworkParts {
  const framework = currentFramework(store)
  const codes = new Map(framework.indicators.map(({ id, code }) => [id, code]))
  const taken = new Set(codes.values())
  const earlierIndicators = getAllOtherIndicators(store, [framework.hash]).map(indicator => {
    const code = freeCode(indicator.code, taken)
    taken.add(code)
    codes.set(indicator.id, code)
    return { ...indicator, code }
  })
  const versions = getAllFrameworks(store).map(version => ({
    ...version,
    indicators: [...getAllIndicators(store, version.hash)],
  }))
  const words = new Map(
    versions.flatMap(({ hash, indicators }) =>
      indicators.map(indicator => [`${hash} ${indicator.id}`, indicator] as const),
    ),
  )
  return {
    framework,
    earlierIndicators,
    codeOf: id => codes.get(id) ?? id,
    versions,
    glossary: currentGlossary(store)?.terms ?? [],
    pictures: exportedPictures(store, framework),
    translations: exportedTranslations(store),
    translated: translationsOf(store, framework.hash),
    wordsOf: ({ id, framework: hash }) => {
      const found = words.get(`${hash} ${id}`)
      if (!found) throw new Error(`No framework version ${hash} has the indicator ${id}.`)
      return found
    },
  }
}

/** A code that a later version gave to another indicator is not this one's any more. */
function freeCode(code: string, taken: ReadonlySet<string>): string {
  if (!taken.has(code)) return code
  let count = 1
  while (taken.has(`${code} (earlier ${count})`)) count++
  return `${code} (earlier ${count})`
}

/** An indicator in the words of one framework version, and its place there, from 1. */
export interface VersionedIndicator {
  readonly version: ExportedVersion
  readonly indicator: Indicator
  readonly position: number
}

/** Every indicator of every version, the oldest version first, in its order. */
export const versionedIndicators = ({
  versions,
}: Pick<FrameworkParts, 'versions'>): readonly VersionedIndicator[] =>
  versions.flatMap(version =>
    version.indicators.map((indicator, index) => ({ version, indicator, position: index + 1 })),
  )
