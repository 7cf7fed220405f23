/**
 * Draws a page of HTML that holds all it shows as a PDF of A4 pages; null where that cannot be done.
 * Only a front with a browser in it has one.
 */
export type DrawPdf = (page: string) => Promise<Uint8Array | null>

const DATE = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g

/**
 * A PDF as Chromium writes it, dated by this moment (ISO 8601, in UTC) and not by the clock, so that the
 * same pages are the same bytes. No byte moves, as dates are of one length.
 */
export function datePdf(pdf: Uint8Array, moment: string): Buffer {
  const date = moment.slice(0, 19).replaceAll(/\D/g, '')
  const text = Buffer.from(pdf).toString('latin1')
  return Buffer.from(
    text.replaceAll(DATE, (_all, name) => `/${name} (D:${date}+00'00')`),
    'latin1',
  )
}
