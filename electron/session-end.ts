/** The signals that reach every process of the program at the end of a session, or by Ctrl+C in a terminal. */
export const SESSION_END = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const
