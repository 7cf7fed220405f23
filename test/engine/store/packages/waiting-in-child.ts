import { join } from 'node:path'
import { createStore } from '../../../../engine/store/connection/database.ts'
import { appendIncoming, openIncoming } from '../../../../engine/store/packages/incoming.ts'
import type { RecordTable } from '../../../../engine/store/packages/record-table.ts'

// Has 64 MB wait beside a new workbook, and prints by how many MB this process grew meanwhile: one of its own, so
// that nothing else grows.
const [, , folder = ''] = process.argv

const NOTE: RecordTable = {
  kind: 'note',
  table: 'note',
  columns: ['id', 'text'],
  key: ['id'],
  person: null,
  workshop: null,
  subject: null,
  over: null,
  holdsAnswers: false,
  isSupersession: false,
  blanks: {},
}

const { store, database } = createStore(join(folder, 'book.sqlite'))
openIncoming(store, [NOTE])
const values = [0, 'x'.repeat(1_000), null]
const wait = (): void =>
  appendIncoming(store, NOTE, {
    count: 1_000,
    valueAt: (_row, column) => values[column],
    isSame: () => false,
  })
wait()
const before = process.memoryUsage().rss
for (let round = 0; round < 64; round++) wait()
console.log(Math.round((process.memoryUsage().rss - before) / 1_000_000))
database.close()
