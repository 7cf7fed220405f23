const LAYERS = ['shared', 'engine', 'server', 'cli', 'electron', 'renderer']

/** The layers that each may import beside itself; a file stands for that one way in. */
const MAY_IMPORT = {
  shared: [],
  engine: ['^shared/'],
  server: ['^shared/', '^engine/'],
  cli: ['^shared/', '^engine/', '^server/browser-front[.]ts[.]js$'],
  electron: [
    '^shared/',
    '^engine/(describe-fault|engine|reader-main)[.]ts[.]js$',
    '^engine/files/(page-files|permits|reader-process|write/pdf)[.]ts[.]js$',
    '^engine/disk/(library-folder|modes)[.]ts[.]js$',
  ],
  renderer: ['^shared/'],
}

const layerRules = LAYERS.map(layer => ({
  name: `${layer}-imports`,
  comment: `What ${layer}/ may import, as docs/architecture.md says.`,
  severity: 'error',
  from: { path: `^${layer}/` },
  to: {
    path: `^(${LAYERS.join('|')}|build|test)/`,
    pathNot: [`^${layer}/`, ...MAY_IMPORT[layer]],
  },
}))

/** A rule inside a layer: files under `from` import nothing under `to`; `but` are the ways that are open. */
const keepsOut = (name, comment, from, to, but) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to, ...(but && { pathNot: but }) },
})

const engineRules = [
  keepsOut(
    'store-knows-no-use-case',
    'A store function does one statement; who composes them stands above it.',
    '^engine/store/',
    '^engine/',
    '^engine/(store/|disk/|errors[.])',
  ),
  keepsOut(
    'store-floors',
    'A connection serves records, and records serve reports; none of them looks up.',
    '^engine/store/(connection|packages)/',
    '^engine/store/(records|reports)/',
  ),
  keepsOut(
    'records-know-no-report',
    'A report reads records of every kind; a record knows of no report.',
    '^engine/store/records/',
    '^engine/store/reports/',
  ),
  keepsOut(
    'files-know-no-subject',
    'An adapter over a file format serves any subject, so it knows none.',
    '^engine/files/',
    '^engine/',
    '^engine/(files/|disk/|errors[.]|reader-main[.])',
  ),
  keepsOut(
    'the-disk-is-the-floor',
    'What a disk allows and says is the same whatever is kept on it.',
    '^engine/disk/',
    '^engine/',
    '^engine/(disk/|errors[.])',
  ),
  keepsOut(
    'operations-stand-on-top',
    'Operations join the contract to use cases; only the engine knows them.',
    '^engine/(?!engine[.])',
    '^engine/.*/operations[.]ts',
  ),
  keepsOut(
    'format-is-the-floor',
    'What a package is does not depend on who writes, reads or merges it.',
    '^engine/packages/format/',
    '^engine/packages/',
    '^engine/packages/(format|fast)/',
  ),
  keepsOut(
    'reading-knows-no-merge',
    'A package is written and read whatever is done with its records afterwards.',
    '^engine/packages/(read|write|fast)/',
    '^engine/packages/merge/',
  ),
  keepsOut(
    'words-before-columns',
    'A word is understood before a column, and a column before a row.',
    '^engine/frameworks/read/words/',
    '^engine/frameworks/read/',
    '^engine/frameworks/read/words/',
  ),
  keepsOut(
    'columns-before-rows',
    'Columns are told by headings and values; rows are read by the columns that were found.',
    '^engine/frameworks/read/columns/',
    '^engine/frameworks/read/(rows/|check-)',
  ),
  keepsOut(
    'codes-inside-words-outside',
    'A framework file is read into codes and data, which whoever shows them puts into words.',
    '^engine/frameworks/',
    '^shared/messages/',
  ),
  keepsOut(
    'a-sheet-knows-no-version',
    'A sheet is read and checked alike, whether its framework is the first or a later version.',
    '^engine/frameworks/read/',
    '^engine/frameworks/versions/',
  ),
  keepsOut(
    'figures-are-pure',
    'Figures that people defend come from values alone, not from a store, a file or a process.',
    '^engine/results/figures/',
    '^engine/',
    '^engine/(results/figures/|errors[.])',
  ),
  keepsOut(
    'results-know-no-export',
    'An export shows results; results are the same whether or not anything is exported.',
    '^engine/(results|store|ratings|frameworks|packages)/(?!operations[.])',
    '^engine/exports/',
  ),
]

const rendererRules = [
  keepsOut(
    'ui-knows-no-page',
    'A part of the interface serves every page, so it knows none.',
    '^renderer/ui/',
    '^renderer/(pages|rating|charts|app)/',
  ),
  keepsOut(
    'data-knows-no-screen',
    'What a page knows of a workbook does not depend on how it is shown.',
    '^renderer/data/',
    '^renderer/(pages|rating|charts|app|ui)/',
  ),
  keepsOut(
    'charts-know-no-page',
    'A chart is drawn alike on every page.',
    '^renderer/charts/',
    '^renderer/(pages|rating|app)/',
  ),
  keepsOut(
    'rating-knows-no-page',
    'Who rates meets nothing of the pages that facilitators and researchers see.',
    '^renderer/rating/',
    '^renderer/(pages|charts)/',
  ),
  keepsOut(
    'a-session-knows-no-screen',
    'A rating session is kept, saved and resumed whatever shows it.',
    '^renderer/rating/session/',
    '^renderer/rating/screen/',
  ),
  keepsOut(
    'pages-are-apart',
    'A page can be read, changed and removed alone; what two of them need lies below both.',
    '^renderer/pages/([^/]+)/',
    '^renderer/pages/',
    '^renderer/pages/($1|common)/',
  ),
  keepsOut(
    'pages-know-only-routes',
    'A page names the address of another page and knows nothing else of the frame around it.',
    '^renderer/pages/',
    '^renderer/app/',
    '^renderer/app/routes[.]ts',
  ),
  keepsOut(
    'loading-knows-no-version',
    'A first framework and a changed one are loaded on the same parts.',
    '^renderer/pages/frameworks/load/',
    '^renderer/pages/frameworks/(view|versions)/',
  ),
  keepsOut(
    'provenance-knows-no-figure',
    'The ratings behind a number are listed alike, wherever the number stands.',
    '^renderer/pages/results/provenance/',
    '^renderer/pages/results/(figures|views)/',
  ),
]

const electronRules = [
  keepsOut(
    'main-is-not-the-engine',
    'Main and the engine are two processes and share nothing but messages.',
    '^electron/main/',
    '^electron/engine-process/',
  ),
  keepsOut(
    'the-engine-is-not-main',
    'The engine’s process runs without windows, dialogs and menus.',
    '^electron/engine-process/',
    '^electron/main/',
  ),
  keepsOut(
    'preload-is-small',
    'What runs beside a page before it knows the channels and nothing else.',
    '^electron/preload[.]',
    '^(electron|engine)/',
    '^electron/channels[.]',
  ),
  keepsOut(
    'the-engine-runs-in-its-own-process',
    'Main starts the engine and loads none of it, and neither does what stands between them.',
    '^electron/(?!engine-process/)',
    '^engine/engine[.]ts',
  ),
  keepsOut(
    'a-reader-only-reads',
    'A reader may die of the file that it parses, so it holds nothing but what parses files.',
    '^electron/reader-process[.]ts',
    '^(electron|server|cli|engine)/',
    '^engine/reader-main[.]ts',
  ),
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    ...engineRules,
    ...rendererRules,
    ...electronRules,
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs in a page as in Node, so it touches neither.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-by-oRPC-only',
      comment: 'Only the fronts know a transport; the page knows no Node and no Electron.',
      severity: 'error',
      from: { path: '^(shared|renderer)/' },
      to: { path: 'node_modules/(@orpc/server|electron|fastify|better-sqlite3|xlsx)/' },
    },
    {
      name: 'file-libraries-have-adapters',
      comment:
        'A library that reads or writes foreign files is known to engine/files and engine/exports.',
      severity: 'error',
      from: { path: '^engine/', pathNot: '^engine/(files|exports)/' },
      to: { path: 'node_modules/(xlsx|yauzl|yazl|csv-parse|csv-stringify|@e965)/' },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages-in-the-program',
      comment: 'What the program needs at run time is a dependency, not a tool of ours.',
      severity: 'error',
      from: { path: '^(engine|server|cli)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      // `x.ts` is found as `x.ts.js`: see check-layers.ts.
      extensions: ['.js', '.mjs', '.cjs', '.json'],
    },
  },
}
