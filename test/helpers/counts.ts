/** The variable that `npm run test:long` sets to `long`, for full counts. */
export const COUNTS_VARIABLE = 'WORKBOOK_TEST_COUNTS'

/** True in `npm run test:long`, for tests that take long for what they find. */
export const isLongRun = ['long', 'full'].includes(process.env[COUNTS_VARIABLE] ?? '')

const isFullRun = process.env[COUNTS_VARIABLE] === 'full'

/** A third count is for the value `full`, by hand, where it takes longer than the long run has time for. */
const oneOf = (usual: number, long: number, full = long): number => {
  if (isFullRun) return full
  return isLongRun ? long : usual
}

/**
 * The number of cases of each kind of test that has no natural end: the usual count of `npm test`, which
 * finds a common fault within seconds, or the full count of `npm run test:long`, which finds a rare one.
 */
export const counts = {
  /** Processes killed while they record ratings. */
  ratingKills: oneOf(6, 200, 500),
  /** Processes killed while they merge packages. */
  mergeKills: oneOf(5, 150, 500),
  /** Processes killed while they settle conflicts together. */
  settlementKills: oneOf(3, 40, 200),
  /** Processes killed while they recover a damaged workbook. */
  recoveryKills: oneOf(3, 40, 100),
  /** Processes killed while they load, export, back up and hand over. */
  workKills: oneOf(2, 500),
  /** Calls by chance of each operation of the contract. */
  randomCalls: oneOf(8, 10_000),
  /** Power cuts after which a workbook is looked at. */
  powerCuts: oneOf(16, 20_000),
  /** The step from one call to the disk that fails to the next. */
  failingEvery: oneOf(120, 1),
  /** Histories of laptops that are merged in several orders. */
  histories: oneOf(80, 4_000, 20_000),
  /** Histories after each of which somebody withdraws. */
  withdrawals: oneOf(4, 120, 200),
  /** Workshops that ask by chance, whose numbers are compared wherever they are told. */
  anyWorkshops: oneOf(3, 30),
  /** Histories of a study after its first round is closed. */
  laterHistories: oneOf(3, 80),
  /** Histories after each of which every row of ratings says how it counts. */
  countedHistories: oneOf(3, 30, 100),
  /** Histories of ratings between two looks at results that follow them. */
  liveHistories: oneOf(6, 60, 200),
  /** Studies by chance whose releases are attacked. */
  attackedStudies: oneOf(4, 500),
  /** Indicators of the example whose releases are attacked. */
  exampleIndicators: oneOf(12, 106),
  /** Packages that were tampered with. */
  tamperedPackages: oneOf(150, 5_000),
  /** The step from one byte of a package to the next of which a bit is flipped. */
  flippedEvery: oneOf(24, 1),
  /** People of whose answers every figure of a spreadsheet is computed once more. */
  recomputedPeople: oneOf(6, 200),
  /** People whose answers on paper go through every command from the keyed-in file to the exported results. */
  paperPeople: oneOf(10, 30),
  /** Times that many drafts are written and rewritten, after which no replaced word is left. */
  rewrittenDrafts: oneOf(3, 60),
  /** Lists of indicators made by shape. */
  madeLists: oneOf(150, 2_000),
  /** Damaged framework files. */
  damagedFiles: oneOf(40, 2_000, 3_000),
  /** Workbook files in which bytes were changed, cut off or blanked. */
  damagedWorkbooks: oneOf(40, 300),
  /** Ways of reaching the engine: the desktop's, the browser's (which browser tests take anyway), the command line's. */
  transports: oneOf(1, 3),
  /** Systems and processors that the program is packed for. */
  packedSystems: oneOf(1, 3),
  /** Rules by whose verdicts the queries of Parquet files are compared with the program. */
  queriedRules: oneOf(2, 6),
  /** Laptops whose records are brought together by queries. */
  mergedLaptops: oneOf(3, 40),
  /** The step from one indicator to the next whose page is measured in a small window. */
  measuredEvery: oneOf(7, 1),
  /** Runs of the examples of docs/command-line.md, each command in a process of its own. */
  documentedRuns: oneOf(0, 1),
} as const
