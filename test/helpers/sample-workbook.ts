import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { onTestFinished } from 'vitest'
import { tidyAway } from '../../engine/disk/move-and-remove.ts'
import {
  currentFramework,
  currentVersion,
} from '../../engine/frameworks/versions/current-version.ts'
import { loadVersion } from '../../engine/frameworks/versions/load-version.ts'
import { type Program, systemClock } from '../../engine/program.ts'
import { getAllCodes } from '../../engine/store/records/people.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../engine/workshops/participants.ts'
import { addWorkshop } from '../../engine/workshops/workshops.ts'
import type { IndicatorText, VersionDecision } from '../../shared/model/framework.ts'
import type { Answer, NewRating } from '../../shared/model/rating.ts'
import { DEFAULT_GROUPS } from '../../shared/model/vocabulary.ts'

export const program: Program = { appVersion: '0.0.0-test', clock: systemClock }

/** An indicator text of this code, the rest plausible. */
export function indicatorText(code: string, more: Partial<IndicatorText> = {}): IndicatorText {
  return {
    code,
    title: `Indicator ${code}`,
    section: ['A. Keeping children safe'],
    outcome: 'Children are safe.',
    definition: '',
    dataType: 'proxy',
    status: 'existing',
    source: '',
    unit: '%',
    population: 'CIN',
    easyRead: '',
    rationale: '',
    notes: '',
    ...more,
  }
}

/** A folder that is the test's own, removed after the test and after what it still closes. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  onTestFinished(() => void tidyAway(folder))
  return folder
}

/** A real workbook in a folder of its own, closed when the test ends. */
export function sampleWorkbook(
  codes: readonly string[] = ['A1', 'A2', 'A3'],
  more: (code: string) => Partial<IndicatorText> = () => ({}),
): Workbook {
  const workbook = createWorkbook(
    join(ownFolder(), 'sample.sqlite'),
    {
      title: 'Sample',
      scale: 5,
      madeUp: false,
      framework: {
        title: 'Sample framework',
        origin: 'file',
        fileName: 'sample.csv',
        indicators: codes.map(code => indicatorText(code, more(code))),
      },
    },
    program,
  )
  onTestFinished(workbook.close)
  return workbook
}

/** A workshop with the default groups. */
export function sampleWorkshop(workbook: Workbook): string {
  const groups = [...DEFAULT_GROUPS]
  return addWorkshop(workbook, { title: 'Spring', date: '2026-03-09', venue: '', groups }).id
}

/** A participant of a workshop, with a code as sheets of paper have them: P01, P02, ... in the workbook. */
export function sampleParticipant(workbook: Workbook, workshop: string, group = 'ADCS'): string {
  const numbers = getAllCodes(workbook.store).map(({ code }) => Number(code.slice(1)) || 0)
  const code = `P${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
  return addParticipant(workbook, { workshop, group, code }).id
}

/** A sample workbook with a workshop, one participant, and its indicators' ids by place. */
export function sampleRoom() {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const person = sampleParticipant(workbook, workshop)
  const indicators = currentFramework(workbook.store).indicators.map(({ id }) => id)
  return { workbook, workshop, person, at: (index: number): string => indicators[index] ?? '' }
}

/** A rating of usefulness in round 1, ready to record. */
export function rating(
  participant: string,
  indicator: string,
  answer: Answer | number,
  more: Partial<NewRating> = {},
): NewRating {
  return {
    id: uuidv7(),
    participant,
    indicator,
    criterion: 'usefulness',
    round: 1,
    answer: typeof answer === 'number' ? { kind: 'level', level: answer } : answer,
    comment: '',
    wording: 'title',
    ...more,
  }
}

/** Loads a changed framework into a workbook, as somebody would who decides only this. */
export function changeFramework(
  workbook: Workbook,
  indicators: readonly IndicatorText[],
  decisions: readonly VersionDecision[] = [],
) {
  return loadVersion(workbook, {
    framework: { title: 'Second draft', origin: 'file', fileName: 'second.csv', indicators },
    decisions,
    against: currentVersion(workbook.store).hash,
  })
}
