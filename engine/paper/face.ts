/** The mouth's bend at the ends of the scale, in parts of a drawing of 24. */
const BEND = 5

/** A face for a level: its mouth goes from hanging at the lowest one to smiling at the highest. */
export function drawFace(level: number, levels: number): string {
  const bend = levels < 2 ? 0 : ((level - 1) / (levels - 1)) * 2 * BEND - BEND
  // The ends of the mouth go up as its middle goes down, so that it stays in its place.
  const ends = 16 - bend / 2
  return `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="#000" stroke-width="1.3" stroke-linecap="round"><circle cx="12" cy="12" r="10.5"/><circle cx="8.3" cy="9.3" r=".9" fill="#000"/><circle cx="15.7" cy="9.3" r=".9" fill="#000"/><path d="M7 ${ends}Q12 ${ends + bend * 1.6} 17 ${ends}"/></svg>`
}
