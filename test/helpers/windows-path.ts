/** A path of Linux as a program under Wine names it, which shows the whole file system as its drive Z. */
export const asWindowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`
