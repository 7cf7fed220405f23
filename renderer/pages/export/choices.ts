import type { ExportScope } from '../../../shared/model/exports.ts'
import { ENOUGH_ANSWERS } from '../../../shared/model/few-answers.ts'

/** What a person chose to export; null for a workshop or group means all of them. */
export interface ExportChoices {
  readonly workshop: string | null
  readonly group: string | null
  readonly comments: boolean
  readonly pseudonyms: boolean
  readonly hideSmallGroups: boolean
}

/** All that there is, told as it was recorded. */
export const EVERYTHING: ExportChoices = {
  workshop: null,
  group: null,
  comments: true,
  pseudonyms: false,
  hideSmallGroups: false,
}

/** The choices as an export is asked for. */
export function scopeOf(choices: ExportChoices): Omit<ExportScope, 'round'> {
  const { workshop, group, comments, pseudonyms, hideSmallGroups } = choices
  return {
    comments,
    people: pseudonyms ? 'pseudonyms' : 'codes',
    ...(workshop !== null && { workshops: [workshop] }),
    ...(group !== null && { groups: [group] }),
    ...(hideSmallGroups && { hideUnder: ENOUGH_ANSWERS }),
  }
}
