/** What is said of the queries that come with Parquet files. */
export const QUERY_WORDS = {
  head: `-- A query for each number of the results, as views on the tables. Run this file in DuckDB from the
-- folder that it is in: duckdb -init queries.sql. An empty part is everyone; another is a group.`,
  answers: 'Two current answers of one person are in conflict, and count as missing.',
  parts: 'Everyone, and each stakeholder group.',
  percentiles: (definition: string): string =>
    `Percentiles of a sorted list by definition ${definition}.`,
  figures: 'Counts, means, percentiles and shares: n is those who chose a level.',
  equalGroups: 'Each group that answered counts the same.',
  agreementA: 'Van der Eijk’s agreement A, by layers of equal height.',
  verdicts: 'What the consensus rule says, in whole numbers where it compares shares.',
  changes: 'The fewest people who would have to change their answer, by trying every division.',
  alpha: 'Krippendorff’s alpha, for levels as names, as an order, and as equal steps.',
  kendall: 'Kendall’s W corrected for ties, over those who chose a level for every indicator.',
} as const
