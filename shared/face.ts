/** The mouth's bend at the ends of the scale, in parts of a drawing of 24. */
const BEND = 5

/** The mouth of a face as an SVG path, in a drawing of 24: hanging at the lowest level, smiling at the highest. */
export function mouthOf(level: number, levels: number): string {
  const bend = levels < 2 ? 0 : ((level - 1) / (levels - 1)) * 2 * BEND - BEND
  // The ends of the mouth go up as its middle goes down, so that it stays in its place.
  const ends = 16 - bend / 2
  return `M7 ${ends}Q12 ${ends + bend * 1.6} 17 ${ends}`
}
