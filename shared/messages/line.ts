import { assertNever } from '../assert-never.ts'

/** Words about the line between a page and the program behind it, by how the line stands. */
export const LINE_WORDS = {
  /** A call that was not answered. */
  lost:
    'The program behind this page did not answer. Try again in a moment; if that does not help, close ' +
    'Framework Workbook and start it again. Everything marked as saved is safe.',
  /** A call of a page that the program does not know. */
  refused:
    'The program was started with another address than this page has. Open the address that it printed, ' +
    'in this browser. Everything marked as saved is safe.',
} as const

/** Notices at the top of a page about the line, by how it stands. */
export const LINE_NOTICES = {
  lost: {
    heading: 'Not connected just now',
    text:
      'The program behind this page is not answering; it is being tried again by itself. What was marked ' +
      'as saved is safe. If this stays, close Framework Workbook and start it again.',
  },
  refused: {
    heading: 'The program has a new address',
    text:
      'It was started with another key than this page has, so it does not let this page in. Go to the ' +
      'window where it was started and open the address that it printed. What was marked as saved is safe.',
  },
} as const

/**
 * The causes that keep a participant's answers from being saved: the program is gone or takes long, the
 * disk is full or cannot be written, the program takes the page for a stranger's, a fault of its own, or
 * it refused the answer.
 */
export type NotSavedCause =
  | 'gone'
  | 'late'
  | 'full'
  | 'unwritable'
  | 'stranger'
  | 'fault'
  | 'refused'

/**
 * Words for a participant whose answers are not saved: what happened, that nothing is lost, what to do.
 * `message` says why an answer was refused.
 */
export function notSavedWords(cause: NotSavedCause, message: string): string {
  switch (cause) {
    case 'gone':
      return (
        'Your last answers are not saved yet, because the program has stopped. They stay here and are ' +
        'sent as soon as it is back. Please leave the page open.'
      )
    case 'late':
      return (
        'Saving your last answers takes longer than it should. They stay here until they are saved. ' +
        'Please leave the page open.'
      )
    case 'full':
      return (
        'Your last answers are not saved yet, because this laptop has no room left. They stay here and ' +
        'are saved as soon as there is room. Please tell the facilitator.'
      )
    case 'unwritable':
      return (
        'Your last answers are not saved yet, because this laptop cannot write its file just now. They ' +
        'stay here and are tried again by themselves. Please tell the facilitator.'
      )
    case 'fault':
      return (
        'Your last answers are not saved yet, because something went wrong in the program. They stay ' +
        'here and are tried again by themselves. Please tell the facilitator.'
      )
    case 'stranger':
      return (
        'Your last answers are not saved yet, because the program was started with a new address and ' +
        'does not know this page. They stay here. Please leave the page open and tell the facilitator.'
      )
    case 'refused':
      return `Your last answer was not taken, but it stays here. ${message} Please tell the facilitator.`
    default:
      return assertNever(cause)
  }
}
