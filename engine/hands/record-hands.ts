import { v7 as uuidv7 } from 'uuid'
import { type HandsLine, handsIn, type NewHands } from '../../shared/model/hands.ts'
import { WorkbookError } from '../errors.ts'
import { currentFramework } from '../frameworks/versions/current-version.ts'
import { appendHands, type HandsRecord } from '../store/records/hands.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireRoom, toLine } from './rooms.ts'
import { areAlike, type Counted, standingLines } from './standing-hands.ts'

/**
 * Records the counts of one line in the place of everything that stood for it, so that counting again also settles a
 * conflict. Nobody in the room takes the line back; where nothing changes, nothing is recorded. Throws
 * UNKNOWN_WORKSHOP, UNKNOWN_GROUP, UNKNOWN_ROUND, UNKNOWN_INDICATOR, HANDS_OFF_SCALE, HANDS_OVER_ROOM.
 */
export function recordHands(workbook: Workbook, counted: NewHands): HandsLine {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    requireRoom(store, counted)
    const { hash, indicators } = currentFramework(store)
    const { workshop, group, round, indicator, criterion } = counted
    const asked = indicators.find(({ id }) => id === indicator)
    if (!asked) throw new WorkbookError('UNKNOWN_INDICATOR', { indicator })
    refuseMiscounted(workbook, counted, asked.code)
    const lineNow = () =>
      standingLines(store, { workshops: [workshop], round }).find(
        line =>
          line.group === group && line.indicator === indicator && line.criterion === criterion,
      )
    const before = lineNow()
    if (!isSaid(counted, before?.records ?? [])) {
      const id = uuidv7()
      const { wording = 'title', ...said } = counted
      appendHands(store, { ...said, wording, id, framework: hash, recordedAt: clock(), device })
      for (const { id: superseded } of before?.records ?? []) {
        appendSupersession(store, { record: id, superseded })
      }
    }
    return toLine(asked, criterion, lineNow())
  })
}

function refuseMiscounted({ scale }: Workbook, counted: NewHands, code: string): void {
  const { counts, present } = counted
  if (counts.length !== scale.length) {
    throw new WorkbookError('HANDS_OFF_SCALE', { counts: counts.length, levels: scale.length })
  }
  const hands = handsIn(counted)
  if (hands > present) throw new WorkbookError('HANDS_OVER_ROOM', { code, hands, present })
}

/** Tests whether just this stands already, or nothing stands and nobody was in the room. */
export function isSaid(counted: Counted, standing: readonly HandsRecord[]): boolean {
  const [only, ...others] = standing
  if (!only) return counted.present === 0
  return others.length === 0 && areAlike(only, counted)
}
