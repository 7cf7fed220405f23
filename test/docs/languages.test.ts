import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { projectPath } from '../../build/project.ts'
import { ENGLISH } from '../../shared/languages/english.ts'
import { FILES_IN_ENGLISH } from '../../shared/languages/file-words.ts'
import type { Reading } from '../../shared/languages/reading.ts'
import { SHEETS_IN_ENGLISH } from '../../shared/languages/sheet-words.ts'
import { FEEDBACK as WELSH_FEEDBACK } from '../../shared/languages/welsh/feedback.ts'
import { FILES as WELSH_FILES } from '../../shared/languages/welsh/files.ts'
import { READING as WELSH_READING } from '../../shared/languages/welsh/reading.ts'
import { SHEETS as WELSH_SHEETS } from '../../shared/languages/welsh/sheets.ts'
import { WELSH } from '../../shared/languages/welsh/welsh.ts'
import { FEEDBACK } from '../../shared/messages/feedback.ts'
import { spokenMessages } from '../shared/languages/spoken-messages.ts'

const PAGE = projectPath('docs/welsh.md')

const cell = (text: string) => text.replaceAll('|', '\\|')

/** The rows of a table with every message that nobody who speaks the language has read, the doubtful ones first. */
function toRead({ checked, doubts }: Reading): readonly string[] {
  const isIn = (names: readonly string[], name: string) =>
    names.find(one => name === one || name.startsWith(`${one}.`))
  const inWelsh = spokenMessages({
    ...WELSH.words,
    feedback: WELSH_FEEDBACK,
    sheets: WELSH_SHEETS,
    files: WELSH_FILES,
  })
  const rows = spokenMessages({
    ...ENGLISH,
    feedback: FEEDBACK,
    sheets: SHEETS_IN_ENGLISH,
    files: FILES_IN_ENGLISH,
  }).map(({ name, text }, at) => {
    const doubt = isIn(Object.keys(doubts), name)
    const said = doubt === undefined ? '' : (doubts as Readonly<Record<string, string>>)[doubt]
    const line = [`\`${name}\``, text, inWelsh[at]?.text ?? '', said ?? '']
    return { name, doubt, line: `| ${line.map(cell).join(' | ')} |` }
  })
  const open = rows.filter(({ name }) => isIn(checked, name) === undefined)
  return [
    ...open.filter(({ doubt }) => doubt !== undefined),
    ...open.filter(({ doubt }) => doubt === undefined),
  ].map(({ line }) => line)
}

it('lists for people who speak Welsh every message that none of them has read yet', () => {
  const rows = toRead(WELSH_READING)
  const written = readFileSync(PAGE, 'utf8')
  const [before = ''] = written.split('| message |')
  const page = `${before}| message | English | Welsh | in doubt |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
  if (process.env.RECORD_GOLDEN) writeFileSync(PAGE, page)
  else expect(written).toBe(page)
})
