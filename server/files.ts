import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FilePermits } from '../engine/files/permits.ts'
import {
  BROWSER_FRONT_PATHS,
  FILE_NAME_HEADER,
  UPLOAD_LIMIT_BYTES,
} from '../shared/browser-front.ts'
import { filePermit } from '../shared/contract/operation.ts'
import { uploadRefusalMessage } from '../shared/messages/data-entry/upload.ts'
import { name as fileName } from '../shared/model/vocabulary.ts'
import { refuse } from './guard.ts'
import type { TempFiles } from './temp-files.ts'

/** Takes the bytes of a chosen file into a temporary file, and answers with a permit to read it. */
export function addUploads(app: FastifyInstance, permits: FilePermits, tempFiles: TempFiles): void {
  // Passed on unread, so that an upload never stands in memory as a whole.
  app.addContentTypeParser('application/octet-stream', (_request, bytes, done) => done(null, bytes))
  app.post(BROWSER_FRONT_PATHS.files, (request, reply) =>
    takeUpload(permits, tempFiles, request, reply),
  )
}

async function takeUpload(
  permits: FilePermits,
  tempFiles: TempFiles,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const name = decodeName(request.headers[FILE_NAME_HEADER])
  if (name === undefined) return refuse(reply, 400, 'The file needs a name.')
  const refused = refuseSize(request.headers['content-length'], name, reply)
  if (refused) return refused

  const path = tempFiles.pathFor(name)
  try {
    await pipeline(request.raw, createWriteStream(path, { mode: 0o600 }))
  } catch (fault) {
    await tempFiles.remove(path)
    throw fault
  }
  return { permit: permits.grantUpload({ path, name }), name }
}

// HTTP never delivers more than was announced, so the announcement is all there is to check.
function refuseSize(announced: string | undefined, name: string, reply: FastifyReply) {
  if (announced === undefined) return refuse(reply, 411, `The size of ${name} was not said.`)
  if (Number(announced) <= UPLOAD_LIMIT_BYTES) return null
  return refuse(reply, 413, uploadRefusalMessage(name, Number(announced)))
}

function decodeName(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined
  try {
    return fileName.safeParse(decodeURIComponent(header)).data
  } catch {
    return undefined
  }
}

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
    void tempFiles.remove(path)
    return refuse(reply, 404, `${name} was not written. Export it once more.`)
  }
  const bytes = createReadStream(path)
  bytes.once('close', () => void tempFiles.remove(path))
  return reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', written.size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(bytes)
}
