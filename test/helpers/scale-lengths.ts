import { scaleLength } from '../../shared/model/scale.ts'

/** Every length that a scale can have. */
export const SCALE_LENGTHS = [...scaleLength.values]
