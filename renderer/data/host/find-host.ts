import {
  BROWSER_FRONT_PATHS,
  openingAnswer,
  refusedRequest,
} from '../../../shared/browser-front.ts'
import { LINE_WORDS } from '../../../shared/messages/line.ts'
import { createBrowserHost } from './browser.ts'
import { createDesktopHost } from './desktop.ts'
import type { PageHost } from './page-host.ts'

/** The end of looking for a host: one, or none with the reason where the program gave one. */
export type FoundHost =
  | { readonly host: PageHost }
  | { readonly host: null; readonly reason: string | null }

/**
 * The host that this page runs in: the desktop's where there is one, else the browser front. None in a
 * browser that was not given the token, or whose code opens nothing any more.
 */
export async function findHost(window: Window): Promise<FoundHost> {
  if (window.workbookHost) return { host: createDesktopHost(window.workbookHost) }
  const code = takeCode(window)
  if (code !== undefined) {
    const refusal = await openByCode(code, window.sessionStorage)
    if (refusal !== null) return { host: null, reason: refusal }
  }
  const token = takeToken(window)
  return token === null ? { host: null, reason: null } : { host: createBrowserHost(token) }
}

const KEY = 'framework-workbook-token'
const FRAGMENT = /^#(?<kind>token|open)=(?<value>[^&]+)$/

/**
 * Reloads the page when its whole address is pasted into a tab that shows it already: the browser then
 * changes the fragment only, and the token in it would be taken for a route.
 */
export function restartOnToken(window: Window): void {
  window.addEventListener('hashchange', () => {
    if (FRAGMENT.test(window.location.hash)) window.location.reload()
  })
}

type PageWindow = Pick<Window, 'location' | 'history' | 'sessionStorage'>

/** Takes a value of this kind out of the address, whose fragment then holds the route. */
function takeFragment({ location, history }: PageWindow, kind: string): string | undefined {
  const found = FRAGMENT.exec(location.hash)?.groups
  if (found?.kind !== kind) return undefined
  history.replaceState(null, '', '#/')
  return found.value
}

/** The code that the program starts a browser with, where the token itself would be seen by others. */
const takeCode = (window: PageWindow) => takeFragment(window, 'open')

/** Keeps the token that a code stands for. Null when it is kept; else the reason why it is not. */
async function openByCode(code: string, storage: Storage): Promise<string | null> {
  const answer = await fetch(BROWSER_FRONT_PATHS.openings, {
    method: 'POST',
    body: JSON.stringify({ code }),
    headers: { 'content-type': 'application/json' },
  }).catch(() => null)
  const body: unknown = await answer?.json().catch(() => null)
  const opened = openingAnswer.safeParse(body)
  if (opened.success) {
    storage.setItem(KEY, opened.data.token)
    return null
  }
  // A tab that was opened by the code before has its token already.
  if (storage.getItem(KEY) !== null) return null
  return refusedRequest.safeParse(body).data?.message ?? LINE_WORDS.lost
}

/**
 * The token of the browser front. It comes in the fragment of the address that the program printed and is
 * kept for this tab only. Null when the page was opened without one.
 */
function takeToken(window: PageWindow): string | null {
  const token = takeFragment(window, 'token')
  if (token === undefined) return window.sessionStorage.getItem(KEY)
  window.sessionStorage.setItem(KEY, token)
  return token
}
