import { createStore, type StoreApi } from 'zustand/vanilla'
import { APPEARANCES, type Appearance, TEXT_SIZES, type TextSize } from '../../shared/host.ts'

const KEY = 'framework-workbook-appearance'
const TEXT_SIZE_KEY = 'framework-workbook-text-size'

/** A set of colours; `system` is already resolved to the laptop's setting. */
type Theme = Exclude<Appearance, 'system'>

/** The appearance of the page that the person chose. */
export interface AppearanceState {
  readonly appearance: Appearance
  readonly textSize: TextSize
  readonly choose: (appearance: Appearance) => void
  readonly chooseTextSize: (textSize: TextSize) => void
}

/** The store of the chosen appearance. */
export type AppearanceStore = StoreApi<AppearanceState>

/** The choice that was kept under a key; the first of the choices where it is none of them. */
const keptOf = <Choice extends string>(
  storage: Storage,
  key: string,
  choices: readonly [Choice, ...Choice[]],
): Choice => choices.find(choice => choice === storage.getItem(key)) ?? choices[0]

/** A store of the person's choice, kept between starts. */
export function createAppearanceStore(storage: Storage): AppearanceStore {
  return createStore<AppearanceState>(set => ({
    appearance: keptOf(storage, KEY, APPEARANCES),
    textSize: keptOf(storage, TEXT_SIZE_KEY, TEXT_SIZES),
    choose: appearance => {
      storage.setItem(KEY, appearance)
      set({ appearance })
    },
    chooseTextSize: textSize => {
      storage.setItem(TEXT_SIZE_KEY, textSize)
      set({ textSize })
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
 * Applies the theme and the size of the text to the page, now and whenever the choice or the laptop's setting changes, and tells
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
    const { appearance, textSize } = store.getState()
    tell(appearance)
    const laptop = { isDark: dark.matches, wantsContrast: contrast.matches }
    window.document.documentElement.dataset.theme = shownTheme(appearance, laptop)
    window.document.documentElement.dataset.textSize = textSize
  }
  store.subscribe(apply)
  dark.addEventListener('change', apply)
  contrast.addEventListener('change', apply)
  apply()
}
