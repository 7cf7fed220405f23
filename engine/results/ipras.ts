/** The scale that the interpercentile range adjusted for symmetry is defined for. */
export const IPRAS_LEVELS = 9

/**
 * The interpercentile range adjusted for symmetry of the RAND/UCLA manual (Fitch and others, 2001), in
 * levels of a 1 to 9 scale: 2.35 + 1.5 x |5 - (P30 + P70) / 2|. Takes percentiles in hundredths.
 */
export function ipras(p30: number, p70: number): number {
  return fourHundredTimesIpras(p30, p70) / 400
}

/**
 * Whether people disagree in the sense of that manual: the range from P30 to P70 is wider than the
 * IPRAS. Compared in whole numbers, so that a range exactly as wide is not wider.
 */
export function isDisagreement(p30: number, p70: number): boolean {
  return 4 * (p70 - p30) > fourHundredTimesIpras(p30, p70)
}

function fourHundredTimesIpras(p30: number, p70: number): number {
  return 940 + 3 * Math.abs(1000 - (p30 + p70))
}
