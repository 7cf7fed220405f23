import { useEffect } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import { levelOfDigit, type RatingKeyId, ratingKeyOf } from '../../../shared/commands.ts'
import type { Flow } from '../session/flow.ts'
import { useFlowStore, useRatingSessions, useSession } from '../session/rating-context.tsx'
import type { RatingSession } from '../session/rating-session.ts'

/** The places in which keys mean something of their own: fields for text, and whatever lies over the page. */
const OTHERS =
  'input, textarea, select, [contenteditable], [role$="dialog"], [role="menu"], [role="listbox"]'

/** The controls that Enter presses. */
const PRESSED = 'button, a, summary, [role="button"]'

const QUESTION = '[data-question]'

/** The keys that mean the same wherever the focus is in a list. */
const OF_LISTS: readonly (RatingKeyId | null)[] = ['undo', 'help']

function keyFor(event: KeyboardEvent, isList: boolean): RatingKeyId | null {
  const key = ratingKeyOf(event)
  return isList && !OF_LISTS.includes(key) ? null : key
}

const elementOf = (event: KeyboardEvent): Element | null =>
  event.target instanceof Element ? event.target : null

interface Listener {
  readonly session: RatingSession
  readonly flow: Flow
  /** True where a list is on screen, whose questions hear their own keys. */
  readonly isList: boolean
  readonly onHelp: () => void
  readonly onRead: () => void
}

/** Does what a key stands for; false where it stands for nothing here. */
function act(
  key: RatingKeyId,
  pressed: string,
  { session, flow, onHelp, onRead }: Listener,
): boolean {
  const { type, askComment, move, undo } = flow.getState()
  switch (key) {
    case 'level': {
      const level = levelOfDigit(pressed)
      if (level > session.getState().scale) return false
      type({ kind: 'level', level })
      return true
    }
    case 'dont-know':
      type({ kind: 'dont_know' })
      return true
    case 'not-applicable':
      type({ kind: 'not_applicable' })
      return true
    case 'comment':
      askComment()
      return true
    case 'next':
      move(1)
      return true
    case 'previous':
      move(-1)
      return true
    case 'undo':
      return undo()
    case 'read':
      onRead()
      return true
    case 'help':
      onHelp()
      return true
    default:
      return assertNever(key)
  }
}

/**
 * Listens for the keys of a person who rates, wherever the focus is but in a field or over the page. They act on the
 * session at once, whatever the screen has come to, so that what is typed ahead is neither lost nor goes astray; a key
 * that is held acts once.
 */
export function useRatingKeys({
  isList,
  onHelp,
  onRead,
}: Pick<Listener, 'isList' | 'onHelp' | 'onRead'>): void {
  const session = useSession()
  const flow = useFlowStore()
  const { choices } = useRatingSessions()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = elementOf(event)
      if (event.defaultPrevented || target?.closest(OTHERS)) return
      const isEnter = event.key === 'Enter' && !isList && !target?.closest(PRESSED)
      const key = keyFor(event, isList)
      const isHere = choices.getState().usesKeys || target?.closest(QUESTION)
      if (!isEnter && (key === null || !isHere)) return
      if (event.repeat) event.preventDefault()
      else if (isEnter) flow.getState().proceed()
      else if (key !== null && act(key, event.key, { session, flow, isList, onHelp, onRead }))
        event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [session, flow, choices, isList, onHelp, onRead])
}
