import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { listComments } from '../../../engine/discussion/comments.ts'
import { listSuggestions } from '../../../engine/discussion/suggestions.ts'
import { writeExport } from '../../../engine/exports/write-export.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { openStore } from '../../../engine/store/connection/database.ts'
import { endTurn } from '../../../engine/turns/end.ts'
import { beginTurn, keepDraft } from '../../../engine/turns/turns.ts'
import { ownFolder, sampleParticipant, sampleWorkshop } from '../../helpers/sample-workbook.ts'
import { laptop, packageOf } from '../packages/laptops.ts'

const REPLACED = 'Words that were replaced'
const KEPT = 'Words that were meant'

/** Every file below a folder. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

/** The bytes of a file, and those of every part of it where it is a zip. */
function bytesOf(path: string): string {
  const bytes = readFileSync(path)
  const parts: string[] = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    try {
      parts.push(inflateRawSync(bytes.subarray(start)).toString('latin1'))
    } catch {
      // A part that is stored as it is, which the bytes of the whole file have.
    }
  }
  return parts.join('\n')
}

it('has words that were replaced nowhere: no file beside the workbook, package, export or page', async () => {
  const workbook = laptop()
  const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
  const begun = beginTurn(workbook, { participant, round: null })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const indicator = currentFramework(workbook.store).indicators[0]?.id ?? ''
  const about = { indicator, wording: 'title' } as const
  const say = (text: string) => {
    for (const draft of [
      { part: 'comment', ...about, criterion: 'usefulness', text },
      { part: 'suggestion', ...about, text },
    ] as const) {
      keepDraft(workbook, { turn: begun.turn, participant, draft })
    }
  }
  say(REPLACED)
  const folder = ownFolder()
  const during = await packageOf(workbook)
  say(KEPT)
  // A backup that is made while the person still rates has what stands, and no more.
  workbook.store.prepare('VACUUM INTO @to').run({ to: join(folder, 'backup.sqlite') })
  endTurn(workbook, { turn: begun.turn, participant, how: 'finish' })
  expect(workbook.store.checkpoint('truncate')).toBe(true)
  for (const format of ['xlsx', 'csv', 'zip', 'html', 'parquet'] as const) {
    const name = `export.${format}`
    const scope = { round: 1 }
    await writeExport(workbook, { format, scope }, { path: join(folder, name), name })
  }
  const after = await packageOf(workbook)
  const found = [...filesBelow(dirname(workbook.store.file)), ...filesBelow(folder)]
  const files = [...found, during.path, after.path].map(path => [path, bytesOf(path)] as const)
  expect(files.filter(([, bytes]) => bytes.includes(REPLACED)).map(([path]) => path)).toEqual([])
  const withKept = files.filter(([, bytes]) => bytes.includes(KEPT)).map(([path]) => path)
  for (const path of [workbook.store.file, after.path, join(folder, 'export.xlsx')]) {
    expect(withKept).toContain(path)
  }
  expect(withKept).not.toContain(during.path)
  const pages = JSON.stringify([listComments(workbook.store, {}), listSuggestions(workbook.store)])
  expect(pages).toContain(KEPT)
  expect(pages).not.toContain(REPLACED)
  openStore(join(folder, 'backup.sqlite')).database.close()
})
