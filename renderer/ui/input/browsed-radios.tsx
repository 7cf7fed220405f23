import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import { usePageLanguage } from '../language/language-context.tsx'
import type { Option } from './choice.tsx'

interface BrowsedRadiosProps<Value extends string> {
  /** Names the group. */
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** The chosen option; null while there is none in this group. */
  readonly value: Value | null
  /** Called when an option is pressed, also the chosen one. */
  readonly onChoose: (value: Value, click: MouseEvent) => void
  /** Names an option for people who listen; its label where it is left out. */
  readonly nameOf?: (option: Option<Value>) => string
  readonly className: string
  readonly optionClassName: string
  /** Draws one option within its button. */
  readonly children: (option: Option<Value>) => ReactNode
}

type Step = (at: number, last: number) => number

const on: Step = (at, last) => Math.min(at + 1, last)
const back: Step = at => Math.max(at - 1, 0)

/** The steps of the keys where words run from the left; those of the arrows at the sides change places otherwise. */
const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: on,
  ArrowDown: on,
  ArrowLeft: back,
  ArrowUp: back,
  Home: () => 0,
  End: (_, last) => last,
}
const STEPS_FROM_RIGHT = { ...STEPS, ArrowRight: back, ArrowLeft: on }

const radiosOf = (group: HTMLElement): readonly HTMLElement[] => [
  ...group.querySelectorAll<HTMLElement>('[role="radio"]'),
]

/**
 * Moves the focus among the radio buttons of a group, to its ends and no further. The key is taken even
 * at an end, where the page would scroll otherwise.
 */
function moveFocus(event: KeyboardEvent<HTMLElement>, steps: typeof STEPS): void {
  const step = steps[event.key]
  if (!step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const radios = radiosOf(event.currentTarget)
  const at = radios.findIndex(radio => radio.matches(':focus'))
  radios[step(at, radios.length - 1)]?.focus()
}

/**
 * Radio buttons that can be read through before one is chosen: the arrow keys, Home and End move the focus
 * and choose nothing; Enter, space and a press choose. The group is one Tab stop, at the chosen option or
 * the first. It is the radio group of the ARIA practices as in a toolbar, since a native one (and that of
 * React Aria) chooses whatever the arrow keys pass; its buttons also have no checked state that a
 * browser would fill in again for the next person.
 */
export function BrowsedRadios<Value extends string>(props: BrowsedRadiosProps<Value>) {
  const { label, options, value, onChoose, nameOf, ...looks } = props
  const { direction } = usePageLanguage()
  const [visited, setVisited] = useState<Value | null>(null)
  const isThere = (wanted: Value | null) => options.some(option => option.value === wanted)
  const stop = [visited, value].find(isThere) ?? options[0]?.value
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={looks.className}
      onKeyDown={event => moveFocus(event, direction === 'rtl' ? STEPS_FROM_RIGHT : STEPS)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setVisited(null)
      }}
    >
      {options.map(option => (
        // biome-ignore lint/a11y/useSemanticElements: an input of this type chooses what the arrow keys pass
        <button
          key={option.value}
          type="button"
          role="radio"
          value={option.value}
          aria-checked={option.value === value}
          aria-label={nameOf?.(option)}
          tabIndex={option.value === stop ? 0 : -1}
          className={looks.optionClassName}
          onFocus={() => setVisited(option.value)}
          onClick={click => onChoose(option.value, click)}
        >
          {looks.children(option)}
        </button>
      ))}
    </div>
  )
}
