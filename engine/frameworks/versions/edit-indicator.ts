import { assertNever } from '../../../shared/assert-never.ts'
import type { Indicator, IndicatorEdit, IndicatorText } from '../../../shared/model/framework.ts'
import { TEXT_FIELDS, type TextField } from '../../../shared/model/indicator-fields.ts'
import { WorkbookError } from '../../errors.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { cellText, oneLine } from '../read/words/cell-text.ts'
import { plainCode } from '../read/words/codes.ts'
import { currentVersion } from './current-version.ts'
import { isSameFramework } from './difference.ts'
import { type LoadedVersion, refuseMovedOn, storeVersion } from './load-version.ts'
import type { KnownIndicator, Match } from './match-indicators.ts'
import { knownFramework, prepareVersion } from './prepare-version.ts'

/**
 * Adds, rewords or retires one indicator: a new version that differs in this one. Nothing is stored where
 * nothing changes. Throws FRAMEWORK_MOVED_ON unless `against` is in use, UNKNOWN_INDICATOR,
 * INDICATOR_CODE_TAKEN, LAST_INDICATOR.
 */
export function editIndicator(
  workbook: Workbook,
  { edit, against }: { readonly edit: IndicatorEdit; readonly against: string },
): LoadedVersion {
  const { store } = workbook
  return store.transaction(() => {
    const known = knownFramework(store)
    refuseMovedOn(known.current, against)
    const version = prepareVersion(known, edited(known.inUse, edit))
    refuseTwice(version.indicators)
    if (isSameFramework(version.difference)) return { hash: against, isNew: false }
    const { title, origin } = currentVersion(store)
    return storeVersion(workbook, version, { title, origin, fileName: '' })
  })
}

function edited(indicators: readonly Indicator[], edit: IndicatorEdit): readonly Match[] {
  const kept = indicators.map(keep)
  switch (edit.kind) {
    case 'add': {
      const match = { text: tidy(edit.text), same: null, splitFrom: null }
      const after = edit.after === null ? kept.length - 1 : placeOf(indicators, edit.after)
      return kept.toSpliced(after + 1, 0, match)
    }
    case 'reword': {
      const place = placeOf(indicators, edit.indicator)
      return kept.with(place, { ...(kept[place] as Match), text: tidy(edit.text) })
    }
    case 'retire': {
      const place = placeOf(indicators, edit.indicator)
      if (kept.length === 1) {
        throw new WorkbookError('LAST_INDICATOR', { code: indicators[place]?.code ?? '' })
      }
      return kept.toSpliced(place, 1)
    }
    default:
      return assertNever(edit)
  }
}

function keep(indicator: Indicator): Match {
  const same: KnownIndicator = { ...indicator, inUse: true }
  const { id: _, ...text } = indicator
  return { text, same, splitFrom: null }
}

function placeOf(indicators: readonly Indicator[], id: string): number {
  const place = indicators.findIndex(indicator => indicator.id === id)
  if (place === -1) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: id })
  return place
}

/** A typed text as it would have been read from a file, so that it stays as it is when it comes from one. */
function tidy(text: IndicatorText): IndicatorText {
  const texts = TEXT_FIELDS.map(field => [field, cellText(text[field])] as const)
  return {
    ...text,
    code: oneLine(text.code),
    title: cellText(text.title),
    section: text.section.map(oneLine),
    ...(Object.fromEntries(texts) as Record<TextField, string>),
  }
}

function refuseTwice(indicators: readonly Indicator[]): void {
  const codes = new Set<string>()
  for (const { code } of indicators) {
    if (codes.has(plainCode(code))) throw new WorkbookError('INDICATOR_CODE_TAKEN', { code })
    codes.add(plainCode(code))
  }
}
