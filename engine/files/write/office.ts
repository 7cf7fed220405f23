import { PassThrough, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { writeZip } from './zip.ts'

/** Markup that is put into one part of a document while it is written, as there may be very much of it. */
interface Later {
  readonly part: string
  /** The markup that stands in its place, with a number. */
  readonly place: RegExp
  readonly markup: (number: number) => Iterable<string>
}

/**
 * Writes what a library packed as an Office document, and ends the stream: with every part dated by `moment`
 * (ISO 8601) in the place of the clock, and with numbers in the order of their use in the place of those that a process counts on, so that the
 * same content is the same bytes.
 */
export async function writeOffice(
  out: Writable,
  packed: Uint8Array,
  moment: string,
  later?: Later,
): Promise<void> {
  const date = `${new Date(moment).toISOString().slice(0, 19)}Z`
  const name = steadyNames()
  const zip = await fromBufferPromise(Buffer.from(packed))
  const parts: { readonly name: string; readonly bytes: Buffer }[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    parts.push({
      name: name(entry.fileName),
      // The data of a chart are a spreadsheet of their own.
      bytes: entry.fileName.endsWith('.xlsx')
        ? await settledWhole(bytes, moment)
        : settled(entry.fileName, bytes, date, name),
    })
  }
  await writeZip(
    out,
    moment,
    parts.map(part => ({
      name: part.name,
      open: () => (later?.part === part.name ? withLater(part.bytes, later) : [part.bytes]),
    })),
  )
}

function* withLater(bytes: Buffer, { place, markup }: Later): Generator<string> {
  // Between the pieces that stand in the part lie the numbers of those that do not.
  for (const [index, piece] of bytes.toString('utf8').split(place).entries()) {
    if (index % 2 === 0) yield piece
    else yield* markup(Number(piece))
  }
}

async function settledWhole(packed: Buffer, moment: string): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeOffice(out, packed, moment)])
  return bytes
}

/** The numbers that the libraries count over all documents of a process: of headings, pictures, bookmarks and charts. */
const COUNTED =
  /(?<=w:(?:anchor|name)="|PAGEREF )_Toc\d+|(?<=<wp:docPr id=")\d+|(?<=<w:bookmark(?:Start|End)[^>]*w:id=")\d+|(?<=\/(?:_rels\/)?chart)\d+(?=\.xml)|(?<=Microsoft_Excel_Worksheet)\d+(?=\.xlsx)/g

function steadyNames(): (text: string) => string {
  const known = new Map<string, string>()
  return text =>
    text.replaceAll(COUNTED, id => {
      const steady = known.get(id) ?? `${/^\d+$/.test(id) ? '' : 'id'}${known.size + 1}`
      known.set(id, steady)
      return steady
    })
}

function settled(
  name: string,
  bytes: Buffer,
  date: string,
  steady: (text: string) => string,
): Buffer {
  if (!/\.(xml|rels)$/.test(name)) return bytes
  const text = bytes
    .toString('utf8')
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}`)
  return Buffer.from(steady(text))
}
