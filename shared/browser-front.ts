import { z } from 'zod'
import { filePermit } from './contract/operation.ts'

/**
 * The agreement between the page and the server of the browser front, beside the contract itself. The
 * token comes to the page in the fragment of its address (`#token=...`), which a browser never sends, or
 * for a code that is there instead (`#open=...`); the page shows it as `Authorization: Bearer <token>` on each request below and in the WebSocket's
 * sub-protocols.
 */
export const BROWSER_FRONT_PATHS = {
  /** The WebSocket that carries the contract. */
  contract: '/contract',
  /**
   * POST the bytes of a chosen file as `application/octet-stream`, its name in the header below:
   * answers with a permit to read it. GET `/files/<permit>` hands over a written destination, once.
   */
  files: '/files',
  /** POST `{ name }`: answers with a permit to write a file of that name. */
  destinations: '/destinations',
  /** GET: answers 204 to the token and 401 to another, which a WebSocket does not tell a page. */
  token: '/token',
  /** POST `{ code }`, the one thing that needs no token: answers with it, once for each code. */
  openings: '/openings',
} as const

/** The header with the name of an uploaded file, percent-encoded, as headers carry only ASCII. */
export const FILE_NAME_HEADER = 'x-file-name'

/** The largest file that can be uploaded, in bytes. */
export const UPLOAD_LIMIT_BYTES = 64 * 1024 * 1024

/** The answer to an upload or to a chosen destination. */
export const permittedFile = z.object({ permit: filePermit, name: z.string() })

/** The question and the answer of an opening: the token for a code. */
export const openingRequest = z.object({ code: z.string().max(100) })
export const openingAnswer = z.object({ token: z.string() })

/** The answer to a refused request: a sentence for people. */
export const refusedRequest = z.object({ message: z.string() })

/** The one sub-protocol that the server agrees to; it never repeats the token. */
export const CONTRACT_PROTOCOL = 'framework-workbook'

const TOKEN_PROTOCOL_PREFIX = 'token.'

/**
 * The sub-protocols to open the WebSocket with. A page can set no header there, and the token in the
 * address would end up in histories, so it travels as a sub-protocol.
 */
export function contractProtocols(token: string): string[] {
  return [CONTRACT_PROTOCOL, `${TOKEN_PROTOCOL_PREFIX}${token}`]
}

/** The token among the sub-protocols that a page asked for; undefined when there is none. */
export function tokenOfProtocols(protocols: readonly string[]): string | undefined {
  return protocols
    .find(protocol => protocol.startsWith(TOKEN_PROTOCOL_PREFIX))
    ?.slice(TOKEN_PROTOCOL_PREFIX.length)
}
