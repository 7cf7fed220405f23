import type { DisagreementKind } from './results.ts'

/** What a room has most to say about comes first. */
const WORTH_DISCUSSING: readonly DisagreementKind[] = [
  'split',
  'groups differ',
  'vague',
  'lone dissenter',
  'agreed',
]

/** The place of a kind of disagreement, from 0 for what a room has most to say about. */
export const disagreementPlace = (kind: DisagreementKind): number => WORTH_DISCUSSING.indexOf(kind)
