/** Ends a switch: does not compile when a case was forgotten, and throws if the data lied. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
