import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from 'd3-shape'
import type { DisagreementKind } from '../../model/results.ts'

/** Each kind of disagreement has a shape of its own, so that it is told without colour. */
const SHAPES: Readonly<Record<DisagreementKind, SymbolType>> = {
  agreed: symbolCircle,
  'lone dissenter': symbolTriangle,
  vague: symbolDiamond,
  'groups differ': symbolSquare,
  split: symbolCross,
}

/** Equal areas look unequally large; a cross and a diamond need more. */
const AREAS: Readonly<Record<DisagreementKind, number>> = {
  agreed: 1,
  'lone dissenter': 0.9,
  vague: 0.95,
  'groups differ': 1,
  split: 1,
}

/** The outline of a dot of this radius, around the origin. */
export function shapePath(kind: DisagreementKind | null, radius: number): string {
  const drawn = kind ?? 'agreed'
  const area = Math.PI * radius * radius * AREAS[drawn]
  return symbol(SHAPES[drawn], area).digits(2)() ?? ''
}
