/** The laptop's clock as ISO 8601 in UTC. It may be wrong: nothing is ever decided by it. */
export type Clock = () => string

/** The real clock. */
export const systemClock: Clock = () => new Date().toISOString()
