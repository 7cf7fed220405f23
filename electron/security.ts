import { app, type Session, type WebContents } from 'electron'
import { isPageUrl } from './protocol.ts'

/**
 * Takes from every page, whatever it is, all that ours does not need: other windows, other addresses,
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

/** Copying a chart puts something on the clipboard; what is on it already is never read. */
const GIVEN_PERMISSION = 'clipboard-sanitized-write'

/**
 * Refuses a session's pages every permission but to copy, every device, every download and every
 * outside request.
 */
export function refusePermissions(session: Session): void {
  refuse(session, permission => permission === GIVEN_PERMISSION, mayBeAsked)
}

/** Refuses a session's pages everything but the one address, and what is written into the page itself. */
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

/** Blobs and data are made in the page and leave nothing; the developer tools ship with Electron. */
function mayBeAsked(url: string): boolean {
  return isPageUrl(url) || /^(blob|data|devtools):/.test(url)
}
