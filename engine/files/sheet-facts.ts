/** What a file says of a sheet that the parser does not tell; rows and columns are counted from 1. */
export interface SheetFacts {
  readonly hidden?: boolean
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** The cells with links that could do harm, by their names. */
  readonly unsafeLinks: readonly string[]
}

/** Facts of a sheet as they are found on the way through it. */
export interface FoundFacts extends SheetFacts {
  hidden: boolean
  readonly hiddenRows: number[]
  readonly hiddenColumns: number[]
  readonly unsafeLinks: string[]
}

/** A sheet of which nothing is found yet. */
export const noFacts = (): FoundFacts => ({
  hidden: false,
  hiddenRows: [],
  hiddenColumns: [],
  unsafeLinks: [],
})

/** The numbers from one on, at most a few thousand: what is hidden beyond holds nothing. */
export const numbersFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.min(count, 20_000)) }, (_, n) => first + n)
