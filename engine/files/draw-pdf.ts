/**
 * Draws a page of HTML that holds all it shows as a PDF of A4 pages; null where that cannot be done.
 * Only a front with a browser in it has one.
 */
export type DrawPdf = (page: string) => Promise<Uint8Array | null>
