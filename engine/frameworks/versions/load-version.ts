import type {
  Framework,
  IndicatorText,
  VersionComparison,
  VersionDecision,
} from '../../../shared/model/framework.ts'
import type { GlossaryTerm } from '../../../shared/model/glossary/terms.ts'
import type { FileTranslation } from '../../../shared/model/translations/translation.ts'
import { WorkbookError } from '../../errors.ts'
import { appendFramework } from '../../store/records/frameworks.ts'
import { appendSupersession } from '../../store/records/ratings.ts'
import { countRatingsByIndicator } from '../../store/reports/tallies.ts'
import type { ReadableStore, WritableStore } from '../../store/store.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { keepGlossary } from '../glossary/keep-glossary.ts'
import { keepPictures, type NewPicture } from '../pictures/keep-pictures.ts'
import { keepTranslations } from '../translations/keep-translations.ts'
import { isSameFramework } from './difference.ts'
import { hashFramework, indicatorId } from './hash.ts'
import { matchIndicators } from './match-indicators.ts'
import {
  knownFramework,
  knownIndicators,
  type PreparedVersion,
  prepareVersion,
} from './prepare-version.ts'

/** The hash of a loaded version; with `isNew` false, that of an existing version with the same content. */
export interface LoadedVersion {
  readonly hash: string
  readonly isNew: boolean
  /** The number of terms of a glossary that was stored with it; left out where none was. */
  readonly terms?: number
  /** The number of indicators whose words in other languages were stored with it; left out where none were. */
  readonly translated?: number
  /** The number of indicators whose picture is another one now; left out where none is. */
  readonly pictured?: number
}

/** A changed framework on its way into a workbook that has one. */
export interface ChangedFramework {
  readonly framework: NewFramework
  readonly decisions: readonly VersionDecision[]
  /** The version that the person saw it compared with. */
  readonly against: string
}

/** Holds a changed framework against the version in use. Stores nothing. */
export function compareVersion(
  store: ReadableStore,
  texts: readonly IndicatorText[],
  decisions: readonly VersionDecision[],
): VersionComparison {
  const known = knownFramework(store)
  const { matches, questions } = matchIndicators(knownIndicators(known), texts, decisions)
  const { difference } = prepareVersion(known, matches)
  const [against = ''] = known.current
  return {
    against,
    replaces: known.current.length,
    questions: [...questions],
    difference,
    ratings: Object.fromEntries(countRatingsByIndicator(store)),
  }
}

/**
 * Loads a changed framework as the version in use from now on, with its glossary. Ratings stay with the version that they
 * saw. One that says the same as the version in use is not stored. Throws FRAMEWORK_UNSETTLED where a person has
 * still to decide, FRAMEWORK_MOVED_ON where the version in use is no longer the one that was compared.
 */
export function loadVersion(
  workbook: Workbook,
  { framework, decisions, against }: ChangedFramework,
): LoadedVersion {
  const { store, device, clock } = workbook
  const { fileName, indicators } = framework
  return store.transaction(() => {
    const known = knownFramework(store)
    refuseMovedOn(known.current, against)
    const { matches, questions } = matchIndicators(knownIndicators(known), indicators, decisions)
    if (questions.length > 0) {
      throw new WorkbookError('FRAMEWORK_UNSETTLED', {
        file: fileName,
        questions: questions.length,
      })
    }
    const version = prepareVersion(known, matches)
    const isSame = known.current.length === 1 && isSameFramework(version.difference)
    const loaded = isSame
      ? { hash: against, isNew: false }
      : storeVersion(workbook, version, framework)
    return { ...loaded, ...loadWords(store, loaded.hash, framework, { device, now: clock() }) }
  })
}

/** Throws FRAMEWORK_MOVED_ON unless this is the version in use. */
export function refuseMovedOn([inUse]: readonly string[], against: string): void {
  if (inUse !== against) throw new WorkbookError('FRAMEWORK_MOVED_ON', {})
}

/** Stores a version in place of those that it replaces; call it inside a transaction. */
export function storeVersion(
  { store, device, clock }: Workbook,
  { hash, indicators, splits, supersedes }: PreparedVersion,
  { title, origin, fileName }: Omit<NewFramework, 'indicators'>,
): LoadedVersion {
  const row = { hash, title, origin, fileName, loadedAt: clock(), device }
  appendFramework(store, row, indicators, splits)
  replaceAll(store, hash, supersedes)
  return { hash, isNew: true }
}

function replaceAll(store: WritableStore, record: string, replaced: readonly string[]): void {
  for (const superseded of replaced) appendSupersession(store, { record, superseded })
}

/** A checked framework on its way into a workbook. */
export interface NewFramework extends Pick<Framework, 'title' | 'origin' | 'fileName'> {
  readonly indicators: readonly IndicatorText[]
  /** The terms of the glossary that came with it; left out where there is none, and the one that is there stays. */
  readonly glossary?: readonly GlossaryTerm[]
  /** The words that came with it in other languages; left out where there are none, and those that are there stay. */
  readonly translations?: readonly FileTranslation[]
  /** The pictures that came with it; left out where there are none, and those that are there stay. */
  readonly pictures?: readonly NewPicture[]
  /** True if the program numbered the indicators, as their file has no codes. */
  readonly areNumbered?: true
}

/**
 * Stores a framework version; call it inside a transaction. Its hash and its indicators' ids come
 * from its content, so two laptops that load the same framework hold the same records.
 */
export function loadFramework(
  store: WritableStore,
  framework: NewFramework,
  by: { readonly device: string; readonly now: string },
): string {
  const { indicators, title, origin, fileName } = framework
  const hash = hashFramework(indicators)
  appendFramework(
    store,
    { hash, title, origin, fileName, loadedAt: by.now, device: by.device },
    indicators.map(indicator => ({ ...indicator, id: indicatorId(hash, indicator.code) })),
  )
  loadWords(store, hash, framework, by)
  return hash
}

/**
 * Stores the glossary that came with a framework version, its words in other languages and its pictures, and says how many
 * terms and indicators; nothing of what did not come, or says the same as what stands.
 */
function loadWords(
  store: WritableStore,
  framework: string,
  { glossary: terms, translations = [], pictures = [], fileName }: Omit<NewFramework, 'indicators'>,
  by: { readonly device: string; readonly now: string },
): Pick<LoadedVersion, 'terms' | 'translated' | 'pictured'> {
  const isStored = terms !== undefined && keepGlossary(store, { terms, fileName }, by)
  const translated = keepTranslations(store, { framework, translations, fileName }, by)
  const pictured = keepPictures(store, { framework, pictures }, by)
  return {
    ...(isStored ? { terms: terms.length } : {}),
    ...(translated > 0 ? { translated } : {}),
    ...(pictured > 0 ? { pictured } : {}),
  }
}
