import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { FilePermits } from '../engine/files/permits.ts'
import { BROWSER_FRONT_PATHS } from '../shared/browser-front.ts'
import { filePermit } from '../shared/contract/operation.ts'
import { name as fileName } from '../shared/model/vocabulary.ts'
import { refuse } from './refuse.ts'
import type { TempFiles } from './temp-files.ts'

const destinationRequest = z.object({ name: fileName })
const permitParameter = z.object({ permit: filePermit })

/**
 * Gives permits to write a temporary file, and hands each file over once; then it is removed, so that
 * no copy of the ratings stays behind.
 */
export function addDownloads(
  app: FastifyInstance,
  permits: FilePermits,
  tempFiles: TempFiles,
): void {
  // An upload has a permit too, and is not to be had back.
  const destinations = new Set<string>()
  app.post(BROWSER_FRONT_PATHS.destinations, (request, reply) => {
    const asked = destinationRequest.safeParse(request.body)
    if (!asked.success) return refuse(reply, 400, 'The file needs a name.')
    const { name } = asked.data
    const permit = permits.grant({ path: tempFiles.pathFor(name), name })
    destinations.add(permit)
    return reply.send({ permit, name })
  })
  app.get(`${BROWSER_FRONT_PATHS.files}/:permit`, (request, reply) => {
    const asked = permitParameter.safeParse(request.params)
    if (!asked.success || !destinations.delete(asked.data.permit)) {
      return refuse(reply, 404, 'That file is no longer to hand. Export it once more.')
    }
    return handOver(permits, tempFiles, asked.data.permit, reply)
  })
}

async function handOver(
  permits: FilePermits,
  tempFiles: TempFiles,
  permit: string,
  reply: FastifyReply,
) {
  const { path, name } = permits.redeem(permit)
  permits.revoke(permit)
  const written = await stat(path).catch(() => null)
  if (!written) {
    tempFiles.remove(path)
    return refuse(reply, 404, `${name} was not written. Export it once more.`)
  }
  const bytes = createReadStream(path)
  bytes.once('close', () => tempFiles.remove(path))
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', written.size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(bytes)
}
