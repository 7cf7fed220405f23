import type { Topic } from '../../shared/messages/help/guides.ts'
import { routes } from './routes.ts'

type RouteName = keyof typeof routes

/** The section of a guide that fits each page. */
export const TOPICS: Readonly<Record<RouteName, Topic>> = {
  library: ['facilitator', 'before'],
  newWorkbook: ['researcher', 'framework'],
  openPackages: ['facilitator', 'before'],
  lock: ['facilitator', 'before'],
  settings: ['researcher', 'keep'],
  about: ['researcher', 'keep'],
  help: ['facilitator', 'before'],
  room: ['facilitator', 'rating'],
  workbook: ['researcher', 'framework'],
  workbookStart: ['researcher', 'framework'],
  framework: ['researcher', 'framework'],
  loadVersion: ['researcher', 'framework'],
  version: ['researcher', 'framework'],
  addIndicator: ['researcher', 'framework'],
  editIndicator: ['researcher', 'framework'],
  study: ['researcher', 'study'],
  diary: ['researcher', 'study'],
  workshops: ['facilitator', 'before'],
  newWorkshop: ['facilitator', 'before'],
  workshop: ['facilitator', 'rating'],
  pin: ['facilitator', 'before'],
  roomView: ['facilitator', 'rating'],
  paper: ['facilitator', 'paper'],
  dataEntry: ['facilitator', 'paper'],
  keyIn: ['facilitator', 'paper'],
  hands: ['facilitator', 'paper'],
  handsOf: ['facilitator', 'paper'],
  discuss: ['facilitator', 'discuss'],
  show: ['facilitator', 'discuss'],
  results: ['researcher', 'results'],
  resultsView: ['researcher', 'results'],
  comments: ['researcher', 'comments'],
  rules: ['researcher', 'results'],
  conflicts: ['researcher', 'merge'],
  merge: ['researcher', 'merge'],
  receipt: ['researcher', 'merge'],
  export: ['researcher', 'export'],
  exportPackage: ['facilitator', 'after'],
}

/** A pattern's parts as a test of the parts of an address; `:name?` and `*?` may be left out. */
function matches(pattern: string, address: string): boolean {
  const source = pattern
    .split('/')
    .filter(part => part !== '')
    .map(part => {
      if (part === '*?') return '(?:/.*)?'
      if (part.startsWith(':')) return part.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+'
      return `/${part}`
    })
    .join('')
  return new RegExp(`^${source}/?$`).test(address)
}

/** The number of words in a pattern that an address must have as they are. */
const words = (pattern: string): number =>
  pattern.split('/').filter(part => part !== '' && !/^[:*]/.test(part)).length

const NAMES = Object.keys(routes) as readonly RouteName[]

/** The pages' patterns, those with most words of their own first. */
const PATTERNS = NAMES.map(name => ({ name, pattern: routes[name].pattern })).toSorted(
  (one, other) => words(other.pattern) - words(one.pattern),
)

/** The section of a guide that fits the page at an address. */
export function topicFor(address: string): Topic {
  const found = PATTERNS.find(({ pattern }) => matches(pattern, address))
  return TOPICS[found?.name ?? 'library']
}
