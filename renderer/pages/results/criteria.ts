import type { Criterion } from '../../../shared/model/vocabulary.ts'

/** Each criterion as it stands on screen. */
export const CRITERION_NAMES: Readonly<Record<Criterion, string>> = {
  usefulness: 'Usefulness',
  usability: 'Usability',
}
