const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** Compares two names in the order that people expect: `laptop-2` before `laptop-10`, in any case. */
export const inNameOrder = (one: string, other: string): number => collator.compare(one, other)
