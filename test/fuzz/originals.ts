import { readFile } from 'node:fs/promises'
import { CFB, read, write } from 'xlsx'
import { COUNCIL_EXPORTS } from '../fixtures/frameworks/council-exports.ts'
import { COUNCIL_WORKBOOKS } from '../fixtures/frameworks/council-workbooks.ts'
import type { Original } from './damage.ts'

const DRAFT = new URL('../../engine/frameworks/example/draft-framework.csv', import.meta.url)

/** What the library's own unpacker gives, of which it has no type. */
interface UnpackedZip {
  readonly FullPaths: readonly string[]
  readonly FileIndex: readonly { readonly content?: Uint8Array }[]
}

/** The files inside a zip; none for any other file. */
function partsOf(bytes: Buffer): Original['parts'] {
  if (bytes.readUInt32LE(0) !== 0x04034b50) return []
  const zip: UnpackedZip = CFB.read(bytes, { type: 'buffer' })
  const { FullPaths, FileIndex } = zip
  return FileIndex.flatMap(({ content }, index) => {
    const name = (FullPaths[index] ?? '').replace(/^[^/]*\//, '')
    return name === '' || name.endsWith('/') || !content
      ? []
      : [{ name, content: Buffer.from(content) }]
  })
}

const toOriginal = (name: string, bytes: Buffer): Original => ({
  name,
  bytes,
  parts: partsOf(bytes),
})

/** Good files of every format that is read, small enough to be damaged thousands of times. */
export async function originals(): Promise<readonly Original[]> {
  const messy = [...COUNCIL_WORKBOOKS, ...COUNCIL_EXPORTS]
  const files = await Promise.all(
    messy.map(async ({ name, bytes }) => toOriginal(name, await bytes())),
  )
  const draft = (await readFile(DRAFT, 'utf8')).split('\r\n').slice(0, 12).join('\r\n')
  const book = read(draft, { type: 'string', raw: true })
  const others = (['xlsb', 'fods', 'xlml', 'biff8'] as const).map(bookType =>
    toOriginal(`draft.${bookType}`, Buffer.from(write(book, { type: 'buffer', bookType }))),
  )
  return [...files, toOriginal('draft.csv', Buffer.from(draft)), ...others]
}
