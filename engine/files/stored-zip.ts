const LOCAL_HEADER = 0x04034b50
const LIST_ENTRY = 0x02014b50
const END_OF_LIST = 0x06054b50

/** The fields that a file's header and its entry in the list have in common, from `version needed` on. */
function commonFields(name: Buffer, size: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt32LE(size, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function listEntry(fields: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(LIST_ENTRY), Buffer.alloc(2), fields, rest, name])
}

/**
 * A zip of these files, packed as they are: for a parser that wants a zip, of which it then sees
 * nothing but what was checked. Without checksums, as it goes no further than that parser.
 */
export function storedZip(files: Iterable<readonly [name: string, content: Buffer]>): Buffer {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  for (const [fileName, content] of files) {
    const name = Buffer.from(fileName)
    const fields = commonFields(name, content.length)
    list.push(listEntry(fields, name, offset))
    bodies.push(signature(LOCAL_HEADER), fields, name, content)
    offset += 4 + fields.length + name.length + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_LIST)
  end.writeUInt16LE(list.length, 8)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...list, end])
}
