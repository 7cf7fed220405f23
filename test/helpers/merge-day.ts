import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PermittedFile } from '../../engine/files/permits.ts'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../engine/frameworks/versions/edit-indicator.ts'
import { createFromPackages } from '../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { recordRating } from '../../engine/ratings/record.ts'
import { nameLaptop } from '../../engine/study/laptops.ts'
import { setPlan } from '../../engine/study/plans.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../engine/workshops/participants.ts'
import { addWorkshop } from '../../engine/workshops/workshops.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { readerWithin } from './reader-within.ts'
import { indicatorText, program, rating } from './sample-workbook.ts'

/** The size of the day on which laptops come back. */
export interface DaySize {
  readonly workshops: number
  readonly laptops: number
  /** People on each laptop. */
  readonly people: number
  readonly indicators: number
}

/** A day on which laptops come back: the team's workbook, and what each laptop brings. */
export interface MergeDay {
  /** The file of the team's workbook, with plans, and nothing merged. */
  readonly team: string
  /** The packages by the names of their laptops: `Bradford 1`. */
  readonly packages: ReadonlyMap<string, string>
  /** The package of the last workshop's last laptop as it would be had nobody there changed the framework. */
  readonly unchanged: string
  /** The number of questions that people of the cloned laptop answered on both. */
  readonly conflicts: number
}

/** The towns of the day, in the order of their workshops; York comes last where there are four. */
const TOWNS = [
  'Bradford',
  'Hull',
  'Leeds',
  'York',
  'Sheffield',
  'Doncaster',
  'Wakefield',
  'Halifax',
]
const GROUPS = ['ADCS', 'Ofsted', 'Young people']

export const townOf = (at: number): string =>
  `${TOWNS[at % TOWNS.length] ?? ''}${at < TOWNS.length ? '' : ` ${Math.floor(at / TOWNS.length) + 1}`}`

/**
 * Makes the day: every laptop is set up by the team, named, and has its people rate everything. The last laptop of the
 * last workshop rewords the first indicator and adds one; the first laptop of the second workshop is cloned after its
 * people joined, and they rate on both: *Hull 1 copy*.
 */
export async function mergeDay(at: string, size: DaySize): Promise<MergeDay> {
  mkdirSync(at, { recursive: true })
  const day = makeTeam(at, size)
  const packages = new Map<string, string>()
  let unchanged = ''
  let conflicts = 0
  for (const [place, workshop] of day.workshops.entries()) {
    for (let number = 1; number <= size.laptops; number++) {
      const name = `${townOf(place)} ${number}`
      const laptop = await openAt(at, name, [day.setUp])
      const people = joinPeople(laptop, workshop, size.people)
      if (place === 1 && number === 1) {
        const cloned = await openAt(at, `${name} copy`, [
          await writeAt(at, `${name} early`, laptop),
        ])
        conflicts = rateAll(cloned, people, at => (at % 2 === 0 ? 4 : 2))
        packages.set(`${name} copy`, (await writeAt(at, `${name} copy`, cloned)).path)
        cloned.close()
      }
      rateAll(laptop, people, at => (at % 4 === 0 ? 4 : 5))
      if (place === day.workshops.length - 1 && number === size.laptops) {
        unchanged = (await writeAt(at, `${name} unchanged`, laptop)).path
        changeFramework(laptop)
      }
      packages.set(name, (await writeAt(at, name, laptop)).path)
      laptop.close()
    }
  }
  return { team: day.team, packages, unchanged, conflicts }
}

function makeTeam(at: string, size: DaySize) {
  const team = join(at, 'team.sqlite')
  const indicators = Array.from({ length: size.indicators }, (_, place) =>
    indicatorText(`A${place + 1}`, { title: `Children who are helped, part ${place + 1}` }),
  )
  const framework = { title: 'Draft', origin: 'file' as const, fileName: 'draft.csv', indicators }
  const workbook = createWorkbook(
    team,
    { title: 'Study', scale: 5, madeUp: false, framework },
    program,
  )
  const workshops = Array.from({ length: size.workshops }, (_, place) => {
    const date = `2026-03-${String(9 + (place % 20)).padStart(2, '0')}`
    const about = { title: townOf(place), date, venue: '', groups: GROUPS }
    const { id } = addWorkshop(workbook, about)
    const laptops = Array.from(
      { length: size.laptops },
      (_, number) => `${townOf(place)} ${number + 1}`,
    )
    setPlan(workbook, { workshop: id, plan: { laptops, targets: { ADCS: 2, Ofsted: 2 } } })
    return id
  })
  return { team, workshops, setUp: writeAt(at, 'set-up', workbook, true).finally(workbook.close) }
}

async function openAt(
  at: string,
  name: string,
  packages: readonly (PermittedFile | Promise<PermittedFile>)[],
): Promise<Workbook> {
  const file = join(at, `${name}.sqlite`)
  const { workbook } = await createFromPackages(
    readerWithin,
    file,
    await Promise.all(packages),
    program,
  )
  nameLaptop(workbook, { name })
  return workbook
}

async function writeAt(at: string, name: string, workbook: Workbook, setup = false) {
  const file = { path: join(at, `${name}.workbook`), name: `${name}.workbook` }
  await writePackage(readerWithin, workbook, { setup }, file)
  return file
}

const joinPeople = (workbook: Workbook, workshop: string, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => addParticipant(workbook, { workshop, group: GROUPS[at % GROUPS.length] ?? '' }).id,
  )

/** Has people rate everything; gives the number of questions that they answered. */
function rateAll(
  workbook: Workbook,
  people: readonly string[],
  level: (at: number) => number,
): number {
  const { indicators } = currentFramework(workbook.store)
  let at = 0
  workbook.store.transaction(() => {
    for (const person of people) {
      for (const { id } of indicators) {
        for (const criterion of CRITERIA) {
          recordRating(workbook, rating(person, id, level(at), { criterion }))
          at++
        }
      }
    }
  })
  return at
}

function changeFramework(workbook: Workbook): void {
  const { hash, indicators } = currentFramework(workbook.store)
  const [first] = indicators
  if (!first) throw new Error('There is no indicator.')
  const { id, ...text } = first
  const title = 'The words of York'
  editIndicator(workbook, {
    edit: { kind: 'reword', indicator: id, text: { ...text, title } },
    against: hash,
  })
}
