import { readFile } from 'node:fs/promises'
import { app, protocol, type Session, type WebContents } from 'electron'
import { pageFiles } from '../../engine/files/page-files.ts'
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

/** Makes `app://` a scheme like `https://`, with an origin of its own. Call before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      // What Chromium makes of the scripts is kept for the next start, as it is for pages of the web.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/**
 * Serves the built page on `app://`: the files that are in its folder now, each at its own address, and nothing else. An
 * address is looked up in this list and never becomes a path.
 */
export function servePage(folder: string): void {
  const files = pageFiles(folder)
  protocol.handle(SCHEME, async ({ method, url }) => {
    const file = method === 'GET' && isPageUrl(url) ? files.get(new URL(url).pathname) : undefined
    if (!file) return notFound()
    const bytes = await readFile(file.path)
    return new Response(bytes, { headers: { ...HEADERS, 'content-type': file.type } })
  })
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
