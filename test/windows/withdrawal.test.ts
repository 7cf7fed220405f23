import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordRating } from '../../engine/ratings/record.ts'
import { consolidate } from '../../engine/results/consolidate.ts'
import { withdraw } from '../../engine/withdrawal/withdraw.ts'
import { openWorkbook } from '../../engine/workbooks/open.ts'
import {
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../helpers/sample-workbook.ts'
import { hold, isElsewhere, scan } from './hold.ts'

const SECRET = 'Nobody should read this sentence again'

/** A workbook with one person's words, and two backups that hold them too. */
function withBackups() {
  const workbook = sampleWorkbook()
  const person = sampleParticipant(workbook, sampleWorkshop(workbook))
  const [indicator] = consolidate(workbook, { round: 1 }).indicators
  recordRating(workbook, rating(person, indicator?.id ?? '', 4, { comment: SECRET }))
  const backups = [1, 2].map(format => `${workbook.store.file}.format-${format}.backup`)
  for (const backup of backups) {
    workbook.store.prepare<{ backup: string }>('VACUUM INTO @backup').run({ backup })
  }
  return { workbook, person, backups }
}

function filesWith(file: string, text: string): readonly string[] {
  return readdirSync(dirname(file)).filter(name =>
    readFileSync(join(dirname(file), name)).includes(text),
  )
}

describe.skipIf(isElsewhere)('a withdrawal', () => {
  it('is done under a scanner, which sees every file for a moment', async () => {
    const { workbook, person } = withBackups()
    const { file } = workbook.store
    await using scanner = await scan(dirname(file), '.format-')
    expect(withdraw(workbook, person)).toMatchObject({ backups: 2, clean: true })
    expect(await scanner.held()).not.toEqual([])
    expect(filesWith(file, SECRET)).toEqual([])
  })

  it('is not done, and nothing is erased, where a backup stays open elsewhere', async () => {
    const { workbook, person, backups } = withBackups()
    const { file } = workbook.store
    const before = readdirSync(dirname(file)).toSorted()
    await using _ = await hold(backups[1] ?? '', 12_000)
    expect(() => withdraw(workbook, person)).toThrow(/Another program has .*format-2/)
    expect(consolidate(workbook, { round: 1 }).participants).toBe(1)
    for (const backup of backups) expect(filesWith(file, SECRET)).toContain(basename(backup))
    expect(readdirSync(dirname(file)).toSorted()).toEqual(before)
  })

  it('is done and says that traces are left where they cannot be erased yet, which the next start does', async () => {
    const { workbook, person, backups } = withBackups()
    const { file } = workbook.store
    {
      await using _ = await scan(dirname(file), '.replaced', 12_000)
      const { clean } = withdraw(workbook, person)
      // The scanner may have come too late to hold one of them.
      if (!clean) expect(readdirSync(dirname(file)).join()).toContain('.replaced')
    }
    workbook.close()
    openWorkbook(file, program).close()
    expect(filesWith(file, SECRET)).toEqual([])
    expect(readdirSync(dirname(file)).toSorted()).toEqual(
      [file, ...backups].map(path => basename(path)).toSorted(),
    )
  })
})
