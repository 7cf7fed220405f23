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

/** The parts of a window that an address and what is kept of it need. */
export type PageWindow = Pick<Window, 'location' | 'history' | 'sessionStorage'>

/** Takes a value of this kind out of the address, whose fragment then holds the route. */
export function takeFragment({ location, history }: PageWindow, kind: string): string | undefined {
  const found = FRAGMENT.exec(location.hash)?.groups
  if (found?.kind !== kind) return undefined
  history.replaceState(null, '', '#/')
  return found.value
}

/** The token of the browser front that this tab keeps; null when it was opened without one. */
export const tokenOf = (storage: Storage): string | null => storage.getItem(KEY)

/** Keeps a token for this tab only. */
export const keepTokenOf = (storage: Storage, token: string): void => storage.setItem(KEY, token)

/**
 * Keeps the token that stands in the address which the program printed. Called before anything else of the page is
 * loaded: whoever leads the tab on at once would lose it.
 */
export function keepToken(window: PageWindow): void {
  const token = takeFragment(window, 'token')
  if (token !== undefined) keepTokenOf(window.sessionStorage, token)
}
