/** The words of a data package: its description and what its scripts say of themselves. */
export const DATA_PACKAGE = {
  description: (madeUp: boolean): string =>
    `${madeUp ? 'MADE UP: nobody gave these ratings. ' : ''}Ratings of a draft framework of ` +
    'indicators, given in workshops, and the results computed from them.',
  keywords: ['indicators', 'framework', 'consensus', 'ratings', 'workshops'],
} as const

const HOW = 'Run it from the folder that it is in, unpacked from the zip.'

/** What a script says at its head, line by line. */
export const SCRIPTS = {
  spss: [
    HOW,
    'Tables whose texts may have several lines are not loaded: SPSS reads one line as one case',
    'Every other table is saved as a data set of its name (.sav)',
    'In ratings_wide, -1 and -2 are missing values with labels',
  ],
  stata: [
    HOW,
    'Each table is saved as a data set of its name (.dta).',
    'In ratings_wide, .a is "don’t know" and .b "not applicable"; a full stop is missing.',
  ],
  r: [
    HOW,
    'Each table becomes a data frame of its name, with labels as attributes (and, where the package',
    'haven is installed, as its labelled vectors). levels_only() makes "don’t know" and "not',
    'applicable" of a field of ratings_wide missing.',
  ],
} as const

/** What the file README.md of a data package says, beside what it holds. */
export const PACKAGE_README = {
  about:
    'A [Frictionless Data Package](https://specs.frictionlessdata.io/data-package/): tables as csv, and ' +
    '`datapackage.json`, which says what every field is.',
  newest: 'Newest record:',
  files: {
    'datapackage.json': 'What every table and field holds, for programs.',
    'codebook.md, codebook.csv': 'The same for people.',
    'methods.md':
      'How the ratings were given and judged, to be finished by hand and put in a report.',
    'rule.json': 'The consensus rule that gave the verdicts, as data.',
    'load.sps, load.do, load.R':
      'Scripts that load the tables into SPSS or PSPP, Stata, and R, with labels.',
  },
  csv:
    'Csv files are in UTF-8, with commas and LF; an empty cell is no value. One apostrophe is put before ' +
    'text that a spreadsheet could take for a formula (it starts with = + - @, a tab or a line break, ' +
    'behind apostrophes of its own or not); take the first one away to have the text as typed. The ' +
    'script for R does.',
} as const
