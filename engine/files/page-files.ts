import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

/** The kinds of files that a page is made of; no other is served. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
])

/** The file that is the page itself, at the address `/` too. */
export const PAGE_FILE = 'index.html'

/** A file of the built page. */
export interface PageFile {
  readonly path: string
  /** Its content type. */
  readonly type: string
}

/** The files of the page that lie in a folder now, by the path of their address. Empty where there is no folder. */
export function pageFiles(folder: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(folder)) return new Map()
  return new Map(
    namesIn(folder).flatMap(name => {
      const type = KINDS.get(extname(name))
      if (type === undefined) return []
      const file = { path: join(folder, name), type }
      const addresses = name === PAGE_FILE ? ['/', `/${name}`] : [`/${name}`]
      return addresses.map(address => [address, file] as const)
    }),
  )
}

/** The files in a folder and below it, by names with slashes. */
function namesIn(folder: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap(entry => {
    const name = `${below}${entry.name}`
    if (entry.isDirectory()) return namesIn(folder, `${name}/`)
    return entry.isFile() ? [name] : []
  })
}
