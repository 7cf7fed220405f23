const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

/** Which of two names comes first for a person: `laptop-2` before `laptop-10`, in any case. */
export const inNameOrder = (one: string, other: string): number => collator.compare(one, other)
