/** The variable that `npm run test:long` sets to `long`, for full counts. */
export const COUNTS_VARIABLE = 'WORKBOOK_TEST_COUNTS'

const isLong = process.env[COUNTS_VARIABLE] === 'long'

const oneOf = (usual: number, long: number): number => (isLong ? long : usual)

/**
 * The number of cases of each kind of test that has no natural end: the usual count of `npm test`, which
 * finds a common fault within seconds, or the full count of `npm run test:long`, which finds a rare one.
 */
export const counts = {
  /** Processes killed while they record ratings. */
  ratingKills: oneOf(40, 500),
  /** Processes killed while they merge packages. */
  mergeKills: oneOf(40, 500),
  /** Histories of laptops that are merged in several orders. */
  histories: oneOf(1_000, 20_000),
  /** Histories after each of which somebody withdraws. */
  withdrawals: oneOf(40, 200),
  /** Histories of a study after its first round is closed. */
  laterHistories: oneOf(8, 80),
  /** Packages that were tampered with. */
  tamperedPackages: oneOf(300, 5_000),
  /** The step from one byte of a package to the next of which a bit is flipped. */
  flippedEvery: oneOf(4, 1),
  /** People of whose answers every figure of a spreadsheet is computed once more. */
  recomputedPeople: oneOf(60, 200),
  /** Damaged framework files. */
  damagedFiles: oneOf(600, 3_000),
} as const
