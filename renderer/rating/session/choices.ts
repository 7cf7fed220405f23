import { createStore, type StoreApi } from 'zustand/vanilla'

const KEY = 'framework-workbook-rating'

/** The ways in which a person wants the rating screens to work. */
export interface Choices {
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
  goesOn: true,
  usesKeys: true,
  seesSection: false,
  readsAloud: false,
}

/** The store of a person's choices. */
export type ChoicesStore = StoreApi<Choices> & {
  /** Forgets the choices, for the next person. */
  readonly clear: () => void
}

/** A store of the choices of the person who has the laptop, kept over a reload until `clear`. */
export function createChoices(storage: Storage): ChoicesStore {
  const store = createStore<Choices>(() => readChoices(storage))
  store.subscribe((chosen, before) => {
    if (chosen !== before) storage.setItem(KEY, JSON.stringify(chosen))
  })
  return {
    ...store,
    clear: () => {
      store.setState(DEFAULT_CHOICES, true)
      storage.removeItem(KEY)
    },
  }
}

function readChoices(storage: Storage): Choices {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    return chosenIn(kept)
  } catch {
    return DEFAULT_CHOICES
  }
}

/** The choices in what was kept; anything that is none is left out. */
function chosenIn(kept: unknown): Choices {
  const chosen = Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).filter(
    ([name, value]) => name in DEFAULT_CHOICES && typeof value === 'boolean',
  )
  return { ...DEFAULT_CHOICES, ...Object.fromEntries(chosen) }
}
