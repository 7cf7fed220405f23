import { crc32, deflateRawSync } from 'node:zlib'

/** A file to put in a zip. `claims` is the unpacked size that the zip says it has, true or not. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Buffer
  readonly claims?: number
}

/** The fields that a file's local header and its entry in the list of contents have in common. */
function commonHeader({ name, content, claims }: ZipPart, packed: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(claims ?? Buffer.byteLength(content), 18)
  header.writeUInt16LE(Buffer.byteLength(name), 22)
  return header
}

function listEntry(header: Buffer, name: string, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    header,
    rest,
    Buffer.from(name),
  ])
}

/** A zip file made by hand, so that it can lie. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content)
    const header = commonHeader(part, packed)
    const start = Buffer.from('PK\x03\x04', 'latin1')
    const body = Buffer.concat([start, header, Buffer.from(part.name), packed])
    list.push(listEntry(header, part.name, offset))
    bodies.push(body)
    offset += body.length
  }
  const contents = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, contents, end])
}
