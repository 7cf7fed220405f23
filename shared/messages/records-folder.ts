/** The words of the queries that bring folders of records together. */
export const MERGE_WORDS = {
  head: {
    duckdb: `-- Brings the records of any number of folders together, in any order, whatever is in several of them.
-- Run it in DuckDB from the folder that they lie in, then queries.sql beside it. The next line says where they are.`,
    spark: `-- Brings the records of any number of folders together, in any order, whatever is in several of them.
-- Run it in Spark SQL from the folder that they lie in, then queries.sql beside it. The next line says where they are.`,
  },
  files: 'The records as they lie in the folders.',
  otherStudy:
    'These folders have other scales than this file, or made-up ratings beside real ones. Take the folders of one study.',
  withdrawn: 'People who withdrew: nothing of theirs counts, in whichever folder it still lies.',
  union:
    'Each record once, by its id. Those that say different things under one id are told apart.',
  setAside: 'Records that say something else than the one that counts, and are set aside.',
  supersessions: 'What takes the place of what.',
  people: 'People as they were last described, without tests.',
  linked: 'Participants who are one person.',
  settlements: 'A settlement of a conflict holds for as long as the answer that it chose stands.',
  comments: 'What people wrote, in the words that stand.',
  versions: 'The versions of the framework, and which rests on which.',
  choices: 'What was decided about versions, what came of it, and which one is in use.',
  indicators: 'The indicators, in their latest words.',
  seen: 'The versions that people answered, by round.',
  rounds: 'The rounds of workshops, what they asked for, and whom they were for.',
  groups: 'The indicators that groups of a workshop are asked, where it is not all of them.',
  attendance: 'What each person was asked, by the versions that they answered.',
  alike: 'People who were asked the same are counted together.',
  answers: 'One answer for each person and question. Two in conflict are left out.',
  asked: 'The number of people who were asked. Whoever answered was.',
} as const

/** The words at the head of the queries for every number. */
export const RECORD_QUERY_WORDS =
  '-- A query for each number of the results. Run merge.sql first. An empty part is everyone; another is a group.'

/** The README.md of a folder of records. */
export const recordsReadMe = (title: string): string => `# Records of ${title}

Every answer, comment and decision of one workbook, as it was recorded: also what was taken back or replaced, and who said it.
**This is research material: keep it where only the study's team can read it.**

- \`records/TABLE/package=NAME/\` holds what was recorded in the workbook itself (\`here\`) and what each package brought.
- \`duckdb/\` and \`spark/\` hold the same queries for two engines: \`merge.sql\` brings any number of such folders together,
  \`queries.sql\` has every number of the results on top of it.

docs/past-one-laptop.md of the program says how to go about it.
`
