import { pageHeaders } from '../shared/page-headers.ts'

/** What every answer carries: the page's own rules, and what a browser that is no shell must be told. */
export function securityHeaders(port: number): Readonly<Record<string, string>> {
  return {
    ...pageHeaders(["'self'", `ws://127.0.0.1:${port}`, `ws://localhost:${port}`]),
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
    'x-frame-options': 'DENY',
  }
}
