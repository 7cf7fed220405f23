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
  session.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === GIVEN_PERMISSION),
  )
  session.setPermissionCheckHandler((_contents, permission) => permission === GIVEN_PERMISSION)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeAsked(url) }))
}

/** Blobs and data are made in the page and leave nothing; the developer tools ship with Electron. */
function mayBeAsked(url: string): boolean {
  return isPageUrl(url) || /^(blob|data|devtools):/.test(url)
}
