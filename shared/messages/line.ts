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

/** Words of a participant's page about answers that are not saved, by what keeps them from it. */
export const NOT_SAVED_WORDS = {
  lost:
    'Your last answers are not saved yet. They stay on this page, and are sent as soon as the program ' +
    'behind it answers again. Please leave the page open.',
  refused:
    'Your last answers are not saved yet. They stay on this page, but the program was started with a new ' +
    'address and does not know it. Please leave the page open and tell the facilitator.',
  /** The beginning, where the reason itself has words. */
  otherwise: 'Your last answers are not saved yet, but they stay on this page.',
} as const
