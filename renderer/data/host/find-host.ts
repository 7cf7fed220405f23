import {
  BROWSER_FRONT_PATHS,
  openingAnswer,
  refusedRequest,
} from '../../../shared/browser-front.ts'
import { LINE_WORDS } from '../../../shared/messages/line.ts'
import { createBrowserHost } from './browser.ts'
import { createDesktopHost } from './desktop.ts'
import type { PageHost } from './page-host.ts'
import { keepTokenOf, type PageWindow, takeFragment, tokenOf } from './token.ts'

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
  const token = tokenOf(window.sessionStorage)
  return token === null ? { host: null, reason: null } : { host: createBrowserHost(token) }
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
    keepTokenOf(storage, opened.data.token)
    return null
  }
  // A tab that was opened by the code before has its token already.
  if (tokenOf(storage) !== null) return null
  return refusedRequest.safeParse(body).data?.message ?? LINE_WORDS.lost
}
