/** The pages of the results beside the overview. */
export const RESULTS_VIEWS = ['table', 'answers', 'groups', 'side-by-side', 'rounds'] as const
export type ResultsView = (typeof RESULTS_VIEWS)[number]

/** The parameters that are narrower than any text when an address is built. */
interface TypedParameters {
  readonly view: ResultsView
}

type Parameter<Name extends string> = Name extends keyof TypedParameters
  ? TypedParameters[Name]
  : string

/** The values of a pattern's parameters, in the pattern's order; `:name?` may be left out. */
type Values<Pattern extends string> = Pattern extends `${string}:${infer Name}?/${infer Rest}`
  ? [Parameter<Name>?, ...Values<Rest>]
  : Pattern extends `${string}:${infer Name}/${infer Rest}`
    ? [Parameter<Name>, ...Values<Rest>]
    : Pattern extends `${string}:${infer Name}?`
      ? [Parameter<Name>?]
      : Pattern extends `${string}:${infer Name}`
        ? [Parameter<Name>]
        : []

/**
 * The code that an address has. Addresses have values encoded twice: the router undoes once, but for signs such as `/`
 * that an address needs itself, and would not say which of them it did.
 */
export function codeIn(parameter: string): string {
  try {
    return decodeURIComponent(parameter)
  } catch {
    // An address that somebody typed, with a percent sign of its own.
    return parameter
  }
}

/** Puts values in the places of a pattern's parameters, and leaves out the places that have none. */
function fill(pattern: string, values: readonly (string | number | undefined)[]): string {
  const remaining = [...values]
  const segments = pattern.split('/').flatMap(segment => {
    if (!segment.startsWith(':')) return segment.startsWith('*') ? [] : [segment]
    const value = remaining.shift()
    return value === undefined ? [] : [encodeURIComponent(encodeURIComponent(value))]
  })
  return segments.join('/')
}

/** A page: a function that builds its address, with the pattern that the router matches. */
const page = <Pattern extends string>(pattern: Pattern) =>
  Object.assign((...values: Values<Pattern>) => fill(pattern, values), { pattern })

/** Every page inside the program: `routes.workshop(...)` is an address, `routes.workshop.pattern` its pattern. */
export const routes = {
  library: page('/'),
  newWorkbook: page('/new'),
  openPackages: page('/open'),
  /** The facilitator's lock of this laptop. */
  lock: page('/lock'),
  /** The settings of this laptop. */
  settings: page('/settings'),
  /** The program's version, what it is made of, and where it keeps things. */
  about: page('/about'),
  /** The guides, or one of them, at one of its sections. */
  help: page('/help/:guide?/:section?'),
  /** The one address of a laptop that is in a room's hands. */
  room: page('/room'),
  /** Any page of a workbook. */
  workbook: page('/workbook/:workbook/*?'),
  /** The address of a workbook alone, which leads to its framework. */
  workbookStart: page('/workbook/:workbook'),
  /** The framework, or one indicator of it. */
  framework: page('/workbook/:workbook/framework/:code?'),
  /** The page that loads a changed framework. */
  loadVersion: page('/workbook/:workbook/framework/versions/load'),
  /** The changes that a framework version made. */
  version: page('/workbook/:workbook/framework/versions/:hash'),
  addIndicator: page('/workbook/:workbook/framework/indicators/new'),
  editIndicator: page('/workbook/:workbook/framework/edit/:code'),
  /** The state of the whole study. */
  study: page('/workbook/:workbook/study'),
  /** The diary of the study. */
  diary: page('/workbook/:workbook/study/diary'),
  workshops: page('/workbook/:workbook/workshops'),
  newWorkshop: page('/workbook/:workbook/workshops/new'),
  workshop: page('/workbook/:workbook/workshops/:workshop'),
  /** The page that asks for a PIN before the first workshop begins. */
  pin: page('/workbook/:workbook/workshops/:workshop/pin'),
  /** The progress of a workshop's people, for the whole room to look at. */
  roomView: page('/workbook/:workbook/workshops/:workshop/room'),
  /** The sheets of paper of a workshop. */
  paper: page('/workbook/:workbook/workshops/:workshop/paper'),
  /** The page that loads ratings of a workshop from a file. */
  dataEntry: page('/workbook/:workbook/workshops/:workshop/file'),
  /** A sheet to key in, the first time or the second. */
  keyIn: page('/workbook/:workbook/workshops/:workshop/paper/:sheet/:pass'),
  /** The shows of hands of a workshop. */
  hands: page('/workbook/:workbook/workshops/:workshop/hands'),
  /** The counts of a group in a round. */
  handsOf: page('/workbook/:workbook/workshops/:workshop/hands/:group/:round'),
  /** The indicators that a workshop should discuss next. */
  discuss: page('/workbook/:workbook/workshops/:workshop/discuss'),
  /** One indicator for the whole room to look at. */
  show: page('/workbook/:workbook/workshops/:workshop/discuss/:code'),
  /** The overview of the results, or those of one indicator. */
  results: page('/workbook/:workbook/results/:code?'),
  /** A page of the results beside the overview. */
  resultsView: page('/workbook/:workbook/results/view/:view'),
  /** All comments of the participants. */
  comments: page('/workbook/:workbook/results/view/comments'),
  /** The rules for consensus, the study's own among them. */
  rules: page('/workbook/:workbook/results/view/rules'),
  conflicts: page('/workbook/:workbook/conflicts'),
  /** The page that merges packages of other laptops and lists the receipts. */
  merge: page('/workbook/:workbook/merge'),
  receipt: page('/workbook/:workbook/merge/:receipt'),
  export: page('/workbook/:workbook/export'),
  /** The page that writes a package, of one workshop where it is named. */
  exportPackage: page('/workbook/:workbook/export/package/:workshop?'),
} as const
