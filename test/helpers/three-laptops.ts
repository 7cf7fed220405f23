import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { PermittedFile } from '../../engine/files/permits.ts'
import { currentFramework } from '../../engine/frameworks/versions/current-version.ts'
import { createFromPackages } from '../../engine/packages/merge/in-one-go.ts'
import { writePackage } from '../../engine/packages/write/write-package.ts'
import { type Program, systemClock } from '../../engine/program.ts'
import { recordRating } from '../../engine/ratings/record.ts'
import { createWorkbook } from '../../engine/workbooks/open.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../engine/workshops/participants.ts'
import { addWorkshop } from '../../engine/workshops/workshops.ts'
import { CRITERIA } from '../../shared/model/vocabulary.ts'
import { readerWithin } from './reader-within.ts'

const GROUPS = ['ADCS', 'Ofsted']
const INDICATORS = ['A1', 'A2', 'A3']

/** The packages of three laptops of one study. */
export interface ThreeLaptops {
  /** The package that sets up a laptop. */
  readonly setUp: string
  /** The folder with what each of the three brought back. */
  readonly folder: string
  /** Their packages, by name. */
  readonly packages: readonly string[]
  /** The number of ratings on all three. */
  readonly ratings: number
}

/**
 * Sets three laptops up from one, has two people rate everything on each, and writes their packages. The codes are
 * those that the program makes, or the same on each laptop, as earlier versions made them.
 */
export async function threeLaptops(
  at: string,
  codes: readonly string[] = [],
): Promise<ThreeLaptops> {
  const folder = join(at, 'brought back')
  mkdirSync(folder, { recursive: true })
  const first = createWorkbook(
    join(at, 'first.sqlite'),
    {
      title: 'Spring',
      scale: 5,
      madeUp: false,
      framework: {
        title: 'Draft',
        origin: 'file',
        fileName: 'draft.csv',
        indicators: INDICATORS.map(indicatorOf),
      },
    },
    programOf(at, 'first'),
  )
  const about = { title: 'Directors', date: '2026-03-09', venue: '', groups: GROUPS }
  const workshop = addWorkshop(first, about).id
  const setUp = await packageOf(first, join(at, 'set-up.workbook'), true)
  first.close()
  const packages: string[] = []
  for (const number of [1, 2, 3]) {
    const { workbook } = await createFromPackages(
      readerWithin,
      join(at, `laptop-${number}.sqlite`),
      [setUp],
      programOf(at, `laptop-${number}`),
    )
    rateEverything(workbook, workshop, codes)
    packages.push((await packageOf(workbook, join(folder, `laptop-${number}.workbook`))).path)
    workbook.close()
  }
  const ratings = 3 * GROUPS.length * INDICATORS.length * CRITERIA.length
  return { setUp: setUp.path, folder, packages, ratings }
}

/** Each laptop keeps the key that it signs with in a folder of its own. */
function programOf(at: string, laptop: string): Program {
  const keyFolder = join(at, `keys of ${laptop}`)
  mkdirSync(keyFolder)
  return { appVersion: '0.0.0-test', clock: systemClock, keyFolder }
}

function indicatorOf(code: string) {
  return {
    code,
    title: `Indicator ${code}`,
    section: ['Outcomes'],
    outcome: '',
    definition: '',
    dataType: null,
    status: null,
    source: '',
    unit: '',
    population: '',
    easyRead: '',
    rationale: '',
    notes: '',
  }
}

async function packageOf(workbook: Workbook, path: string, setup = false): Promise<PermittedFile> {
  const file = { path, name: path.slice(path.lastIndexOf('/') + 1) }
  await writePackage(readerWithin, workbook, { setup }, file)
  return file
}

function rateEverything(workbook: Workbook, workshop: string, codes: readonly string[]): void {
  const { indicators } = currentFramework(workbook.store)
  for (const [index, group] of GROUPS.entries()) {
    const code = codes[index]
    const { id: participant } = addParticipant(workbook, {
      ...{ workshop, group },
      ...(code !== undefined && { code }),
    })
    for (const [place, { id: indicator }] of indicators.entries()) {
      for (const criterion of CRITERIA) {
        recordRating(workbook, {
          id: uuidv7(),
          participant,
          indicator,
          criterion,
          round: 1,
          answer: { kind: 'level', level: 1 + place },
          comment: '',
          wording: 'title',
        })
      }
    }
  }
}
