import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { listOpenConflicts } from '../../../engine/conflicts/list.ts'
import { resolveConflict, resolveMany } from '../../../engine/conflicts/resolve.ts'
import type { PermittedFile } from '../../../engine/files/permits.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { createFromPackages } from '../../../engine/packages/merge/in-one-go.ts'
import { linkParticipants } from '../../../engine/people/people.ts'
import { recordRatings } from '../../../engine/ratings/record.ts'
import { closeRound } from '../../../engine/rounds/close-round.ts'
import { nameLaptop } from '../../../engine/study/laptops.ts'
import { setPlan } from '../../../engine/study/plans.ts'
import { withdrawParticipant } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { addWorkshop } from '../../../engine/workshops/workshops.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import {
  changeFramework,
  indicatorText,
  ownFolder,
  program,
  rating,
  sampleParticipant,
} from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'

/** A laptop of the study that opened these packages, with its name. */
export async function openedAs(
  name: string,
  packages: readonly PermittedFile[],
): Promise<Workbook> {
  const file = join(ownFolder(), 'laptop.sqlite')
  const { workbook } = await createFromPackages(readerWithin, file, packages, program)
  onTestFinished(workbook.close)
  nameLaptop(workbook, { name })
  return workbook
}

function rateAll(workbook: Workbook, participant: string, level: number): void {
  const ratings = currentFramework(workbook.store).indicators.map(({ id }) =>
    rating(participant, id, level),
  )
  recordRatings(workbook, ratings, 'screen')
}

/** A file that is no package. */
export function letter(): PermittedFile {
  const file = { path: join(ownFolder(), 'letter.workbook'), name: 'letter.workbook' }
  writeFileSync(file.path, 'Dear team,')
  return file
}

/**
 * A study in which everything happens that a diary tells of: a plan, a set-up, a laptop and its copy that disagree on
 * three answers, a merge with a letter among the packages, conflicts settled by hand and by rule, a link, a
 * withdrawal, a reworded indicator, and a closed round.
 */
export async function eventfulStudy() {
  const team = laptop({ codes: ['A1', 'A2', 'A3'] })
  nameLaptop(team, { name: 'Team' })
  const about = { title: 'Leeds', date: '2026-03-09', venue: '', groups: ['ADCS', 'Ofsted'] }
  const workshop = addWorkshop(team, about).id
  setPlan(team, { workshop, plan: { laptops: ['Leeds 1', 'Leeds 2'], targets: { ADCS: 3 } } })
  const one = await openedAs('Leeds 1', [await packageOf(team, { setup: true })])
  const person = (): string => sampleParticipant(one, workshop)
  const [ada, ben, cyn] = [person(), person(), person()]
  const two = await openedAs('Leeds 2', [await packageOf(one)])
  rateAll(one, ada, 5)
  rateAll(one, ben, 4)
  rateAll(one, cyn, 3)
  rateAll(two, ada, 2)
  const packages = [await packageOf(one), await packageOf(two)]
  const receipt = await merge(team, [...packages, letter()])
  const [first] = listOpenConflicts(team.store)
  resolveConflict(team, first?.sides[0]?.id ?? '', { reason: 'Ada said so', decidedBy: 'Kim' })
  resolveMany(team, { way: { by: 'rule', rule: 'later' }, reason: 'A copy', decidedBy: '' })
  linkParticipants(team, { participant: ada, other: cyn })
  withdrawParticipant(team, ben)
  changeFramework(team, [
    ...[indicatorText('A1'), indicatorText('A2', { definition: 'In other words.' })],
    indicatorText('A3'),
  ])
  closeRound(team, { workshop, round: 1, closed: true })
  return { team, one, two, workshop, receipt }
}
