import { createStore, type StoreApi } from 'zustand/vanilla'
import { APPEARANCES, type Appearance } from '../../shared/host.ts'

const KEY = 'framework-workbook-appearance'

/** A set of colours; `system` is already resolved to the laptop's setting. */
type Theme = Exclude<Appearance, 'system'>

/** The appearance of the page that the person chose. */
export interface AppearanceState {
  readonly appearance: Appearance
  readonly choose: (appearance: Appearance) => void
}

/** The store of the chosen appearance. */
export type AppearanceStore = StoreApi<AppearanceState>

const isAppearance = (text: string | null): text is Appearance =>
  APPEARANCES.some(appearance => appearance === text)

/** A store of the person's choice, kept between starts. */
export function createAppearanceStore(storage: Storage): AppearanceStore {
  const kept = storage.getItem(KEY)
  return createStore<AppearanceState>(set => ({
    appearance: isAppearance(kept) ? kept : 'system',
    choose: appearance => {
      storage.setItem(KEY, appearance)
      set({ appearance })
    },
  }))
}

/** The theme for a choice, given the laptop's setting. */
export function shownTheme(
  appearance: Appearance,
  laptop: { readonly isDark: boolean; readonly wantsContrast: boolean },
): Theme {
  if (appearance !== 'system') return appearance
  if (laptop.wantsContrast) return 'projector'
  return laptop.isDark ? 'dark' : 'light'
}

/**
 * Applies the theme to the page, now and whenever the choice or the laptop's setting changes, and tells
 * the program around the page.
 */
export function applyAppearance(
  store: AppearanceStore,
  window: Window,
  tell: (appearance: Appearance) => void,
): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const contrast = window.matchMedia('(prefers-contrast: more)')
  const apply = () => {
    const { appearance } = store.getState()
    tell(appearance)
    const laptop = { isDark: dark.matches, wantsContrast: contrast.matches }
    window.document.documentElement.dataset.theme = shownTheme(appearance, laptop)
  }
  store.subscribe(apply)
  dark.addEventListener('change', apply)
  contrast.addEventListener('change', apply)
  apply()
}
