import { createReadStream } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { PAGE_FILE, pageFiles } from '../engine/files/page-files.ts'

/**
 * Serves the built page in a folder: the files that lie there now, each at its own address, and nothing else. An
 * address is looked up in this list and never becomes a path, so none can lead out of the folder.
 */
export function addPage(app: FastifyInstance, folder: string): void {
  for (const [address, { path, type }] of pageFiles(folder)) {
    // The page names its files by their content, so they never go stale; only the page itself does.
    const caching = path.endsWith(PAGE_FILE) ? 'no-store' : 'public, max-age=31536000, immutable'
    app.get(address, (_request, reply) =>
      reply.header('cache-control', caching).type(type).send(createReadStream(path)),
    )
  }
}
