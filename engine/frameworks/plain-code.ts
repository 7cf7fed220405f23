/** A code by which it is compared with others: without case and without spaces of any kind. */
export const plainCode = (code: string): string => code.replace(/\s+/g, '').toLowerCase()
