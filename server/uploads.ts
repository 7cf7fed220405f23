import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FilePermits } from '../engine/files/permits.ts'
import {
  BROWSER_FRONT_PATHS,
  FILE_NAME_HEADER,
  UPLOAD_LIMIT_BYTES,
} from '../shared/browser-front.ts'
import { name as fileName } from '../shared/model/vocabulary.ts'
import { refuse } from './refuse.ts'
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
    tempFiles.remove(path)
    throw fault
  }
  return { permit: permits.grant({ path, name }), name }
}

// HTTP never delivers more than was announced, so the announcement is all there is to check.
function refuseSize(announced: string | undefined, name: string, reply: FastifyReply) {
  if (announced === undefined) return refuse(reply, 411, `The size of ${name} was not said.`)
  if (Number(announced) <= UPLOAD_LIMIT_BYTES) return null
  const megabytes = UPLOAD_LIMIT_BYTES / 1024 / 1024
  return refuse(
    reply,
    413,
    `${name} is larger than ${megabytes} MB, the most that can be read. Choose a smaller file.`,
  )
}

function decodeName(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined
  try {
    return fileName.safeParse(decodeURIComponent(header)).data
  } catch {
    return undefined
  }
}
