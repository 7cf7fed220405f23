import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { app, protocol, type Session, type WebContents } from 'electron'
import { pageHeaders } from '../../shared/page-headers.ts'

const SCHEME = 'app'
const HOST = 'workbook'

/** The address of the page. */
export const PAGE_URL = `${SCHEME}://${HOST}/`

/** Tests whether an address is one of the page's own. */
export function isPageUrl(url: string): boolean {
  return url.startsWith(PAGE_URL)
}

/** The headers of the page, which may connect to nothing: its line to the engine is a port. */
const HEADERS = pageHeaders([])

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Makes `app://` a scheme like `https://`, with an origin of its own. Call before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page, and no file outside its folder, on `app://`. */
export function servePage(folder: string): void {
  protocol.handle(SCHEME, async request => {
    const file = requestedFile(request, folder)
    const type = file && CONTENT_TYPES[extname(file)]
    if (!type) return notFound()
    const bytes = await readFile(file).catch(() => undefined)
    return bytes
      ? new Response(bytes, { headers: { ...HEADERS, 'content-type': type } })
      : notFound()
  })
}

/** The file that a request asks for; undefined when it asks for none of the page's. */
function requestedFile({ method, url }: Request, folder: string): string | undefined {
  if (method !== 'GET' || !isPageUrl(url)) return undefined
  const path = decoded(new URL(url).pathname)
  if (path === undefined || path.includes('\0')) return undefined
  const file = normalize(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(folder + sep) ? file : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function notFound(): Response {
  return new Response('There is nothing at this address.', { status: 404, headers: HEADERS })
}

/**
 * Denies every page, whatever it is, all that ours does not need: other windows, other addresses,
 * embedded pages. Moving within the page is not navigation and stays possible.
 */
export function refuseAllElse(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
}

/** The one permission that is granted: copying a chart writes to the clipboard, which is never read. */
const GIVEN_PERMISSION = 'clipboard-sanitized-write'

/**
 * Refuses a session's pages every permission but to copy, every device, every download and every
 * outside request.
 */
export function refusePermissions(session: Session): void {
  refuse(session, permission => permission === GIVEN_PERMISSION, mayBeAsked)
}

/**
 * Refuses a session's pages everything but the one address, and the content embedded in the page
 * itself.
 */
export function refuseAllBut(session: Session, address: string): void {
  refuse(
    session,
    () => false,
    url => url === address || url.startsWith('data:'),
  )
}

function refuse(
  session: Session,
  isGiven: (permission: string) => boolean,
  isOpen: (url: string) => boolean,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isGiven(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => isGiven(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOpen(url) }))
}

/**
 * Tests whether a page may ask for an address. Blobs and data are made in the page and leave nothing;
 * the developer tools ship with Electron.
 */
function mayBeAsked(url: string): boolean {
  return isPageUrl(url) || /^(blob|data|devtools):/.test(url)
}
