import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  FIRST_LANGUAGE,
  LANGUAGE_CODES,
  type LanguageCode,
} from '../../../shared/languages/languages.ts'

const KEY = 'framework-workbook-rating'
/** Kept for the laptop, whoever has it. */
const SINGLE_KEYS_KEY = 'framework-workbook-single-keys'

/** The ways in which a person wants the rating screens to work. */
export interface Choices {
  /** The language of the screens. */
  readonly language: LanguageCode
  /** True where an indicator that has both answers is left by itself once they are saved. */
  readonly goesOn: boolean
  /** True where single keys work wherever the focus is; otherwise they work on the questions alone. */
  readonly usesKeys: boolean
  /** True where all indicators of a section are on screen at once, in a list. */
  readonly seesSection: boolean
  /** True where each question is read aloud as the person is led to it. */
  readonly readsAloud: boolean
}

/** The choices of whoever has chosen nothing yet. */
export const DEFAULT_CHOICES: Choices = {
  language: FIRST_LANGUAGE,
  goesOn: true,
  usesKeys: true,
  seesSection: false,
  readsAloud: false,
}

/** The store of a person's choices. */
export type ChoicesStore = StoreApi<Choices> & {
  /** Forgets the choices, for the next person. */
  readonly clear: () => void
  /** Sets for everybody who has chosen nothing whether single keys work everywhere. */
  readonly setSingleKeys: (usesKeys: boolean) => void
  /** Forgets them but for the language, in which the person is thanked; nothing of it is kept over a reload. */
  readonly part: () => void
}

/** The choices that everybody begins with on this laptop. */
const firstChoices = (storage: Storage): Choices => ({
  ...DEFAULT_CHOICES,
  usesKeys: storage.getItem(SINGLE_KEYS_KEY) !== 'off',
})

/** A store of the choices of the person who has the laptop, kept over a reload until `clear`. */
export function createChoices(storage: Storage): ChoicesStore {
  const store = createStore<Choices>(() => readChoices(storage))
  store.subscribe((chosen, before) => {
    if (chosen !== before) storage.setItem(KEY, JSON.stringify(chosen))
  })
  const forget = (left: Choices) => {
    store.setState(left, true)
    storage.removeItem(KEY)
  }
  const clear = () => forget(firstChoices(storage))
  return {
    ...store,
    clear,
    part: () => forget({ ...firstChoices(storage), language: store.getState().language }),
    setSingleKeys: usesKeys => {
      storage.setItem(SINGLE_KEYS_KEY, usesKeys ? 'on' : 'off')
      clear()
    },
  }
}

function readChoices(storage: Storage): Choices {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    return { ...firstChoices(storage), ...chosenIn(kept) }
  } catch {
    return firstChoices(storage)
  }
}

/** The choices in what was kept; anything that is none is left out. */
function chosenIn(kept: unknown): Partial<Choices> {
  const chosen = Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).filter(
    ([name, value]) =>
      name === 'language'
        ? LANGUAGE_CODES.some(code => code === value)
        : name in DEFAULT_CHOICES && typeof value === 'boolean',
  )
  return Object.fromEntries(chosen)
}
