import { createBrowserHost } from './browser.ts'
import { createDesktopHost } from './desktop.ts'
import type { PageHost } from './page-host.ts'

/**
 * The host that this page runs in: the desktop's where there is one, else the browser front. Null in a
 * browser that was not given the token.
 */
export function findHost(window: Window): PageHost | null {
  if (window.workbookHost) return createDesktopHost(window.workbookHost)
  const token = takeToken(window)
  return token === null ? null : createBrowserHost(token)
}

const KEY = 'framework-workbook-token'
const FRAGMENT = /^#token=(?<token>[^&]+)$/

/**
 * Reloads the page when its whole address is pasted into a tab that shows it already: the browser then
 * changes the fragment only, and the token in it would be taken for a route.
 */
export function restartOnToken(window: Window): void {
  window.addEventListener('hashchange', () => {
    if (FRAGMENT.test(window.location.hash)) window.location.reload()
  })
}

/**
 * The token of the browser front. It comes in the fragment of the address that the program printed; it
 * is kept for this tab only and removed from the address, whose fragment then holds the route. Null
 * when the page was opened without one.
 */
function takeToken(window: Pick<Window, 'location' | 'history' | 'sessionStorage'>) {
  const { location, history, sessionStorage } = window
  const token = FRAGMENT.exec(location.hash)?.groups?.token
  if (token === undefined) return sessionStorage.getItem(KEY)
  sessionStorage.setItem(KEY, token)
  history.replaceState(null, '', '#/')
  return token
}
