/** The packages that bring native binaries, which no bundle can hold. */
export const NATIVE: readonly string[] = ['better-sqlite3', '@resvg/resvg-js']
