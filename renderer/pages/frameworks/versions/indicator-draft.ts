import type { Indicator, IndicatorText } from '../../../../shared/model/framework.ts'
import { eachField } from '../../../../shared/model/indicator-fields.ts'
import {
  DATA_TYPES,
  type DataType,
  STATUSES,
  type Status,
} from '../../../../shared/model/vocabulary.ts'

/** An indicator as it is typed; the section path is one text, its titles parted by `>`. */
export interface IndicatorDraft extends Omit<IndicatorText, 'section' | 'dataType' | 'status'> {
  readonly section: string
  readonly dataType: DataType | 'none'
  readonly status: Status | 'none'
}

/** The errors of a draft, by field. */
export type IndicatorErrors = Partial<Record<'code' | 'title' | 'section', string>>

/** A section path as one text. */
export const sectionText = (section: readonly string[]): string => section.join(' > ')

/** An indicator to change, as a draft. */
export function draftOfIndicator({ id: _, ...text }: Indicator): IndicatorDraft {
  const { section, dataType, status } = text
  return {
    ...text,
    section: sectionText(section),
    dataType: dataType ?? 'none',
    status: status ?? 'none',
  }
}

/** A new indicator, to begin with in the section and under the outcome of the last one. */
export function newIndicator(last: Indicator | undefined): IndicatorDraft {
  return {
    ...eachField(() => ''),
    section: sectionText(last?.section ?? []),
    outcome: last?.outcome ?? '',
    dataType: 'none',
    status: 'new',
  }
}

const plainCode = (code: string): string => code.replace(/\s+/g, '').toLowerCase()

/** The indicator that a draft says, or what is wrong with it; `others` have codes that are taken. */
export function checkIndicator(
  draft: IndicatorDraft,
  others: readonly Indicator[],
): { readonly text: IndicatorText } | { readonly errors: IndicatorErrors } {
  const { dataType, status } = draft
  const section = draft.section
    .split('>')
    .map(title => title.trim())
    .filter(title => title !== '')
  const taken = others.find(({ code }) => plainCode(code) === plainCode(draft.code))
  const code =
    draft.code.trim() === ''
      ? 'Give the indicator a code.'
      : taken && `There is already an indicator ${taken.code}. Choose another code.`
  const errors: IndicatorErrors = {
    ...(code && { code }),
    ...(draft.title.trim() === '' && { title: 'Give the indicator a title.' }),
    ...(section.length === 0 && { section: 'Say which section it belongs to.' }),
  }
  if (Object.keys(errors).length > 0) return { errors }
  return {
    text: {
      ...draft,
      section,
      dataType: DATA_TYPES.find(value => value === dataType) ?? null,
      status: STATUSES.find(value => value === status) ?? null,
    },
  }
}
