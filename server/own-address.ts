import type { IncomingHttpHeaders } from 'node:http'
import { pageHeaders } from '../shared/page-headers.ts'

/** The reason why a request is turned away: the HTTP status and a sentence for people. */
export interface Refusal {
  readonly status: 401 | 403 | 423
  readonly message: string
}

const OWN_NAMES = ['127.0.0.1', 'localhost']

/**
 * Turns away what another page or machine could send: a foreign Host is what a re-pointed domain name
 * brings, a foreign Origin is what another page's script brings. Null when the request may go on.
 */
export function refuseForeign(headers: IncomingHttpHeaders, port: number): Refusal | null {
  const hosts = OWN_NAMES.map(name => `${name}:${port}`)
  if (!hosts.includes(headers.host ?? '')) {
    return { status: 403, message: 'This address does not belong to the workbook.' }
  }
  if (headers.origin !== undefined && !hosts.some(host => headers.origin === `http://${host}`)) {
    return { status: 403, message: 'Another page may not use the workbook.' }
  }
  return null
}

/** The headers of every answer: the page's own rules, and those that only a browser needs. */
export function securityHeaders(port: number): Readonly<Record<string, string>> {
  return {
    ...pageHeaders(["'self'", `ws://127.0.0.1:${port}`, `ws://localhost:${port}`]),
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
    'x-frame-options': 'DENY',
  }
}
