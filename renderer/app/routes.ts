/** The pages of one workbook that have a tab. */
type WorkbookPage = 'framework' | 'workshops' | 'results' | 'export' | 'merge'

/** The pages of the results beside the overview. */
export const RESULTS_VIEWS = ['table', 'answers', 'groups', 'rounds'] as const
export type ResultsView = (typeof RESULTS_VIEWS)[number]

const within = (workbook: string, ...parts: readonly string[]) =>
  ['/workbook', workbook, ...parts.map(encodeURIComponent)].join('/')

/** The address of each page inside the program, as the router knows it. */
export const routes = {
  library: '/',
  newWorkbook: '/new',
  openPackages: '/open',
  page: (workbook: string, page: WorkbookPage) => within(workbook, page),
  framework: (workbook: string) => within(workbook, 'framework'),
  indicator: (workbook: string, code: string) => within(workbook, 'framework', code),
  /** Where a changed framework is loaded. */
  loadVersion: (workbook: string) => within(workbook, 'framework', 'versions', 'load'),
  /** What a framework version changed. */
  version: (workbook: string, hash: string) => within(workbook, 'framework', 'versions', hash),
  addIndicator: (workbook: string) => within(workbook, 'framework', 'indicators', 'new'),
  editIndicator: (workbook: string, code: string) => within(workbook, 'framework', 'edit', code),
  workshops: (workbook: string) => within(workbook, 'workshops'),
  newWorkshop: (workbook: string) => within(workbook, 'workshops', 'new'),
  workshop: (workbook: string, workshop: string) => within(workbook, 'workshops', workshop),
  /** What a workshop should talk about next. */
  discuss: (workbook: string, workshop: string) =>
    within(workbook, 'workshops', workshop, 'discuss'),
  /** One indicator for the whole room to look at. */
  show: (workbook: string, workshop: string, code: string) =>
    within(workbook, 'workshops', workshop, 'discuss', code),
  /** Everything that people wrote. */
  comments: (workbook: string) => within(workbook, 'results', 'view', 'comments'),
  /** The rules for consensus, the study's own among them. */
  rules: (workbook: string) => within(workbook, 'results', 'view', 'rules'),
  /** Where the next participant says who they are; from here to the hand-over there are no tabs. */
  join: (workbook: string, workshop: string) => within(workbook, 'join', workshop),
  /** The rating page of one participant; it has no tabs, as the laptop is in their hands. */
  rate: (workbook: string, workshop: string, participant: string, round?: number) =>
    within(workbook, 'rate', workshop, participant, ...(round === undefined ? [] : [`${round}`])),
  handOver: (workbook: string, workshop: string) => within(workbook, 'hand-over', workshop),
  results: (workbook: string) => within(workbook, 'results'),
  /** A page of the results beside the overview, which is at `results`. */
  resultsView: (workbook: string, view: ResultsView) => within(workbook, 'results', 'view', view),
  indicatorResults: (workbook: string, code: string) => within(workbook, 'results', code),
  conflicts: (workbook: string) => within(workbook, 'conflicts'),
  /** Where packages of other laptops are brought in, and the receipts of it are listed. */
  merge: (workbook: string) => within(workbook, 'merge'),
  receipt: (workbook: string, receipt: string) => within(workbook, 'merge', receipt),
  exportPackage: (workbook: string) => within(workbook, 'export', 'package'),
  export: (workbook: string) => within(workbook, 'export'),
} as const

/** What the router matches; the parameters are those of `routes`. */
export const patterns = {
  library: '/',
  newWorkbook: '/new',
  openPackages: '/open',
  workbook: '/workbook/:workbook/*?',
  framework: '/workbook/:workbook/framework/:code?',
  loadVersion: '/workbook/:workbook/framework/versions/load',
  version: '/workbook/:workbook/framework/versions/:hash',
  addIndicator: '/workbook/:workbook/framework/indicators/new',
  editIndicator: '/workbook/:workbook/framework/edit/:code',
  workshops: '/workbook/:workbook/workshops',
  newWorkshop: '/workbook/:workbook/workshops/new',
  workshop: '/workbook/:workbook/workshops/:workshop',
  discuss: '/workbook/:workbook/workshops/:workshop/discuss',
  show: '/workbook/:workbook/workshops/:workshop/discuss/:code',
  comments: '/workbook/:workbook/results/view/comments',
  rules: '/workbook/:workbook/results/view/rules',
  join: '/workbook/:workbook/join/:workshop',
  rate: '/workbook/:workbook/rate/:workshop/:participant/:round?',
  handOver: '/workbook/:workbook/hand-over/:workshop',
  resultsView: '/workbook/:workbook/results/view/:view',
  results: '/workbook/:workbook/results/:code?',
  conflicts: '/workbook/:workbook/conflicts',
  merge: '/workbook/:workbook/merge',
  receipt: '/workbook/:workbook/merge/:receipt',
  exportPackage: '/workbook/:workbook/export/package',
  export: '/workbook/:workbook/export',
} as const
