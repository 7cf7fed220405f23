/**
 * A child process that hands over, exports, backs up and loads one framework version after the other, and says what was
 * acknowledged. It never stops by itself: the test kills it.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { backUpIfChanged } from '../../engine/backups/back-up.ts'
import { writeExport } from '../../engine/exports/write-export.ts'
import { currentVersion } from '../../engine/frameworks/versions/current-version.ts'
import { loadVersion } from '../../engine/frameworks/versions/load-version.ts'
import { systemClock } from '../../engine/program.ts'
import { endTurn } from '../../engine/turns/end.ts'
import { beginTurn, keepDraft } from '../../engine/turns/turns.ts'
import { openLibrary } from '../../engine/workbooks/library.ts'
import type { ExportFormat } from '../../shared/host.ts'
import { exportScope } from '../../shared/model/exports.ts'

const STANDARD_OUTPUT = 1
/** One with pictures, which take longer to draw than all the rest takes, is written less often. */
const FORMATS: readonly ExportFormat[] = ['csv', 'zip', 'html', 'csv', 'zip', 'xlsx']
const [, , folder = '', id = '', participant = '', first = '0'] = process.argv
const say = (message: object): void => {
  // Written at once, not buffered: what the test reads was acknowledged before the kill.
  writeSync(STANDARD_OUTPUT, `${JSON.stringify(message)}\n`)
}

const workbook = openLibrary(folder, { appVersion: '0.0.0-test', clock: systemClock }).require(id)
const { store } = workbook
say({ ready: true })
for (let count = Number(first); ; count++) {
  const begun = beginTurn(workbook, { participant, round: null })
  if ('nothing' in begun) throw new Error('There is nothing to rate.')
  const { turn, framework } = begun
  const indicator = framework.indicators[count % framework.indicators.length]?.id ?? ''
  const said = { indicator, criterion: 'usefulness', wording: 'title' } as const
  const level = (count % 5) + 1
  const text = `comment ${count}`
  const answer = { kind: 'level', level } as const
  keepDraft(workbook, { turn, participant, draft: { part: 'answer', ...said, answer } })
  keepDraft(workbook, { turn, participant, draft: { part: 'comment', ...said, text } })
  say({ saved: text })
  endTurn(workbook, { turn, participant, how: 'hand-over' })
  say({ handedOver: text })

  const format = FORMATS[count % FORMATS.length] ?? 'csv'
  const name = `${count}.${format}`
  const to = { path: join(folder, '..', 'out', name), name }
  await writeExport(workbook, { format, scope: exportScope.parse({}) }, to)
  say({ exported: name })
  say({ backedUp: backUpIfChanged(workbook) })

  const indicators = framework.indicators.map(({ id: _, ...one }) => ({ ...one, notes: text }))
  const { hash } = loadVersion(workbook, {
    framework: { title: text, origin: 'file', fileName: 'next.csv', indicators },
    decisions: [],
    against: currentVersion(store).hash,
  })
  say({ loaded: hash })
}
