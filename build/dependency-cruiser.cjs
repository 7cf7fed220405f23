const LAYERS = ['shared', 'engine', 'server', 'cli', 'electron', 'renderer']

/** What each layer may import beside itself; a file stands for that one way in. */
const MAY_IMPORT = {
  shared: [],
  engine: ['^shared/'],
  server: ['^shared/', '^engine/'],
  cli: ['^shared/', '^engine/', '^server/browser-front[.]ts[.]js$'],
  electron: [
    '^shared/',
    '^engine/engine[.]ts[.]js$',
    '^engine/(files/reader-process|reader-main)[.]ts[.]js$',
    '^engine/workbooks/library-folder[.]ts[.]js$',
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

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'store-knows-no-use-case',
      comment:
        'Inside the engine the store is the ground: use cases stand on it, never the reverse.',
      severity: 'error',
      from: { path: '^engine/store/' },
      to: {
        path: '^engine/(frameworks|ratings|results|discussion|exchange|exports|workshops|router|engine)',
      },
    },
    {
      name: 'results-are-pure',
      comment: 'Figures that people defend come from values alone, not from files or processes.',
      severity: 'error',
      from: { path: '^engine/results/figures/' },
      to: { dependencyTypes: ['core'] },
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
      to: { path: 'node_modules/(@orpc/server|electron|fastify|better-sqlite3|exceljs|xlsx)/' },
    },
    {
      name: 'file-libraries-have-adapters',
      comment:
        'A library that reads or writes foreign files is known to engine/files and engine/exports.',
      severity: 'error',
      from: { path: '^engine/', pathNot: '^engine/(files|exports)/' },
      to: { path: 'node_modules/(exceljs|xlsx|yauzl|csv-parse|csv-stringify|@e965)/' },
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
