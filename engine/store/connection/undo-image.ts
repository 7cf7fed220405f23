/** The first bytes of a rollback journal. */
const MAGIC = Buffer.from('d9d505f920a163d7', 'hex')
const HEADER = 28
/** The step between the bytes of a page that its sum counts, from its end. */
const SUM_STEP = 200
/** The number of records that stands for as many as there are. */
const TO_THE_END = 0xffffffff

/**
 * A file as it was before the transaction whose rollback journal this is: the old pages in their places, each as long as
 * its sum is right (SQLite's file format, 3). A journal without its first bytes is of a transaction that had not begun
 * to write.
 */
export function undoInMemory(main: Buffer, journal: Buffer): Buffer {
  let whole = main
  for (let at = 0; at + HEADER <= journal.length; ) {
    if (!journal.subarray(at, at + MAGIC.length).equals(MAGIC)) break
    const [records, nonce, pages, sector, pageSize] = [8, 12, 16, 20, 24].map(field =>
      journal.readUInt32BE(at + field),
    ) as [number, number, number, number, number]
    if (pageSize < 512 || sector < HEADER) break
    if (at === 0) whole = resized(main, pages * pageSize)
    let record = at + sector
    for (let n = 0; records === TO_THE_END || n < records; n++) {
      const end = record + pageSize + 8
      if (end > journal.length) return whole
      const page = journal.readUInt32BE(record)
      const content = journal.subarray(record + 4, record + 4 + pageSize)
      if (page === 0 || journal.readUInt32BE(end - 4) !== sumOf(content, nonce)) return whole
      content.copy(whole, (page - 1) * pageSize)
      record = end
    }
    at = Math.ceil(record / sector) * sector
  }
  return whole
}

function resized(main: Buffer, size: number): Buffer {
  const whole = Buffer.alloc(size)
  main.copy(whole, 0, 0, Math.min(main.length, size))
  return whole
}

function sumOf(content: Buffer, nonce: number): number {
  let sum = nonce
  for (let at = content.length - SUM_STEP; at > 0; at -= SUM_STEP) {
    sum = (sum + (content[at] ?? 0)) >>> 0
  }
  return sum
}
