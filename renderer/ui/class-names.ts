/** Joins class names, leaving out what is not there; always a string, as our wrappers expect. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
