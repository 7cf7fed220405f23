import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { Indicator } from '../../../shared/model/framework.ts'
import {
  type FileTranslation,
  TRANSLATED_FIELDS,
  type TranslatedTexts,
  type Translation,
} from '../../../shared/model/translations/translation.ts'
import { groupBy } from '../../group-by.ts'
import { getAllIndicators } from '../../store/records/frameworks.ts'
import { appendSupersession } from '../../store/records/ratings.ts'
import {
  appendTranslation,
  getCurrentTranslations,
  type TranslationRecord,
} from '../../store/records/translations.ts'
import type { ReadableStore, WritableStore } from '../../store/store.ts'

const subjectOf = ({ indicator, language }: Pick<Translation, 'indicator' | 'language'>): string =>
  `${language} ${indicator}`

/** Finds the words that a framework version gives an indicator. */
type OwnWords = (framework: string, indicator: string) => Indicator | undefined

/** A finder of the words of every version, each of which is read once. */
function ownWordsIn(store: ReadableStore): OwnWords {
  const versions = new Map<string, ReadonlyMap<string, Indicator>>()
  return (framework, indicator) => {
    const known =
      versions.get(framework) ??
      new Map(getAllIndicators(store, framework).map(one => [one.id, one] as const))
    versions.set(framework, known)
    return known.get(indicator)
  }
}

/** The texts of a translation that hold for an indicator: those whose own words are still the ones that were translated. */
function textsThatHold(texts: TranslatedTexts, of: Indicator, now: Indicator): TranslatedTexts {
  const kept = TRANSLATED_FIELDS.filter(field => isDeepStrictEqual(of[field], now[field]))
  return Object.fromEntries(
    kept.flatMap(field => (texts[field] === undefined ? [] : [[field, texts[field]]])),
  )
}

/**
 * The translations of a framework version, in the order of their making. Where laptops loaded different ones for an indicator, the one that
 * was loaded last stands on all of them. A text holds as long as the words that it translates do, whichever version
 * it was loaded with.
 */
export function translationsOf(store: ReadableStore, framework: string): readonly Translation[] {
  const records = getCurrentTranslations(store)
  if (records.length === 0) return []
  const ownWords = ownWordsIn(store)
  const last = new Map(records.map(record => [subjectOf(record), record]))
  return [...last.values()].flatMap(record => {
    const { id, indicator, language } = record
    const of = ownWords(record.framework, indicator)
    const now = ownWords(framework, indicator)
    if (of === undefined || now === undefined) return []
    const texts = textsThatHold(record.texts, of, now)
    return Object.keys(texts).length === 0 ? [] : [{ id, indicator, language, texts }]
  })
}

/** The words that came with a framework version in other languages. */
interface NewTranslations {
  readonly framework: string
  readonly translations: readonly FileTranslation[]
  readonly fileName: string
}

/**
 * Puts the words of a file in the place of those that stand for its languages; call it inside a transaction. Words that
 * the file lacks are taken away, those of other languages stay. Gives the number of indicators whose words changed.
 */
export function keepTranslations(
  store: WritableStore,
  { framework, translations, fileName }: NewTranslations,
  by: { readonly device: string; readonly now: string },
): number {
  if (translations.length === 0) return 0
  const indicators = getAllIndicators(store, framework)
  const standing = new Map(translationsOf(store, framework).map(one => [subjectOf(one), one.texts]))
  const before = groupBy(getCurrentTranslations(store), subjectOf)
  const made = translations.flatMap(({ language, words }) => {
    const texts = new Map(words.map(one => [one.code, one.texts]))
    return indicators.map(({ id: indicator, code }) => ({
      ...{ indicator, language, texts: texts.get(code) ?? {} },
    }))
  })
  const changed = made.filter(one => {
    const replaced = before.get(subjectOf(one)) ?? []
    const isSame = isDeepStrictEqual(standing.get(subjectOf(one)) ?? {}, one.texts)
    return !isSame || replaced.length > 1
  })
  for (const one of changed) {
    const record = { id: uuidv7(), framework, fileName, recordedAt: by.now, device: by.device }
    appendTranslation(store, { ...record, ...one } satisfies TranslationRecord)
    for (const { id } of before.get(subjectOf(one)) ?? []) {
      appendSupersession(store, { record: record.id, superseded: id })
    }
  }
  return changed.length
}
