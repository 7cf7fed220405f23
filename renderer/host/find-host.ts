import { createBrowserHost } from './browser.ts'
import { createDesktopHost } from './desktop.ts'
import type { PageHost } from './page-host.ts'
import { takeToken } from './token.ts'

/**
 * The host that this page runs in: the desktop's where there is one, else the browser front. Null in a
 * browser that was not given the token.
 */
export function findHost(window: Window): PageHost | null {
  if (window.workbookHost) return createDesktopHost(window.workbookHost)
  const token = takeToken(window)
  return token === null ? null : createBrowserHost(token)
}
