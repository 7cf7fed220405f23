import { DEFAULT_SCALE_LENGTH, type ScaleLength, scaleOf } from '../../../shared/model/scale.ts'
import type { RadioOption } from '../../ui/input/choice.tsx'

const LENGTHS: readonly ScaleLength[] = [5, 7, 9, 10, 6, 4, 3]

/** A scale's length as the text that a choice stands for. */
export type ScaleKey = `${ScaleLength}`

const optionOf = (length: ScaleLength): RadioOption<ScaleKey> => {
  const { usefulness } = scaleOf(length).levels
  return {
    value: `${length}`,
    label: `${length} levels${length === DEFAULT_SCALE_LENGTH ? ', the usual choice' : ''}`,
    hint: `From “${usefulness.at(0)?.label}” to “${usefulness.at(-1)?.label}”`,
  }
}

/** The scales to choose from, the usual one first. */
export const SCALE_OPTIONS: readonly RadioOption<ScaleKey>[] = LENGTHS.map(optionOf)

/** The scale that was chosen. */
export const scaleOfKey = (key: ScaleKey): ScaleLength =>
  LENGTHS.find(length => `${length}` === key) ?? DEFAULT_SCALE_LENGTH
