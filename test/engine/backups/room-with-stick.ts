import { globSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backUpIfChanged } from '../../../engine/backups/back-up.ts'
import { copyBackups } from '../../../engine/backups/copy-backups.ts'
import { nameSecondPlace } from '../../../engine/backups/second-place.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { ownFolder, rating, sampleRoom } from '../../helpers/sample-workbook.ts'

/** A workbook with an answer and a backup, in a library with a stick for a second place. */
export function roomWithStick() {
  const room = sampleRoom()
  const { workbook, person, at } = room
  const { file } = workbook.store
  const library = dirname(file)
  const stick = join(ownFolder(), 'stick')
  mkdirSync(stick)
  nameSecondPlace(library, stick, '2026-03-09T09:00:00.000Z')
  let minutes = 0
  const clock = () => new Date(Date.UTC(2026, 2, 9, 9, minutes)).toISOString()
  /** Somebody answers, and a backup is made a minute after the last one. */
  const answerAndBackUp = (level: number, comment = ''): string => {
    recordRating(workbook, rating(person, at(0), level, { comment }))
    minutes += 1
    return backUpIfChanged({ ...workbook, clock }) ?? ''
  }
  const copy = () => copyBackups(library, clock)
  return { ...room, file, library, stick, answerAndBackUp, copy }
}

/** The copies on a stick, by their paths there, in order. */
export const onStick = (stick: string): readonly string[] =>
  globSync('**/*.backup', { cwd: stick }).toSorted()
