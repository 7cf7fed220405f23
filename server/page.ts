import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { FastifyInstance } from 'fastify'

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

const PAGE = 'index.html'

/**
 * Serves the built page in a folder: the files that lie there now, each at its own address, and nothing else. An
 * address is looked up in this list and never becomes a path, so none can lead out of the folder.
 */
export function addPage(app: FastifyInstance, folder: string): void {
  for (const name of filesIn(folder)) {
    const kind = KINDS.get(extname(name))
    if (kind === undefined) continue
    // The page names its files by their content, so they never go stale; only the page itself does.
    const caching = name.endsWith('.html') ? 'no-store' : 'public, max-age=31536000, immutable'
    for (const address of name === PAGE ? ['/', `/${PAGE}`] : [`/${name}`]) {
      app.get(address, (_request, reply) =>
        reply
          .header('cache-control', caching)
          .type(kind)
          .send(createReadStream(join(folder, name))),
      )
    }
  }
}

/** The files in a folder and below it, by names with slashes; none where there is no folder. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .map(path => path.split(sep).join('/'))
}
