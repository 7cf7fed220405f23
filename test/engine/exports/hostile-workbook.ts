import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { recordRating } from '../../../engine/ratings/record.ts'
import { appendRating } from '../../../engine/store/records/ratings.ts'
import { createWorkbook } from '../../../engine/workbooks/open.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../engine/workshops/workshops.ts'
import {
  indicatorText,
  ownFolder,
  program,
  rating,
  sampleParticipant,
} from '../../helpers/sample-workbook.ts'
import { indicatorIds } from './exported.ts'

/** Groups whose names are more than most files expect. */
export const GROUPS = ['=Sum, "x"', "Children's services", 'Jugendämter 😀'] as const

const LONG = 'a-code-that-is-far-longer-than-any-statistics-program-takes'

/**
 * A workbook with texts that files and scripts trip over: quotes, commas, formulas, macros of Stata,
 * letters beyond ASCII, codes that make the same name; a conflict, and rounds with gaps.
 */
export function hostileWorkbook(): Workbook {
  const codes = ['A1', 'a.1', 'A-1', 'Ä 1', '=B', '123', `${LONG}-1`, `${LONG}-2`]
  const workbook = createWorkbook(
    join(ownFolder(), 'hostile.sqlite'),
    {
      title: 'Frühling: "draft" */ 1.',
      scale: 5,
      madeUp: false,
      framework: {
        title: 'Framework',
        origin: 'file',
        fileName: 'framework.csv',
        indicators: codes.map(code =>
          indicatorText(code, {
            title: `It's \`${code}' at $cost, "100 %"\nor ${'more '.repeat(40)}\\ é`,
            definition: 'one line\r\nand another, "quoted"',
          }),
        ),
      },
    },
    program,
  )
  onTestFinished(workbook.close)
  const spring = addWorkshop(workbook, {
    title: '+Spring, "2026"',
    date: '2026-03-09',
    venue: "King's Hall",
    groups: [...GROUPS],
  }).id
  const [first = '', second = '', third = ''] = indicatorIds(workbook)
  const people = GROUPS.flatMap(group =>
    [1, 2].map(() => sampleParticipant(workbook, spring, group)),
  )
  addParticipant(workbook, { workshop: spring, group: GROUPS[0], code: '-x "1", ü' })
  for (const [index, person] of people.entries()) {
    recordRating(workbook, rating(person, first, 1 + (index % 5), { comment: `=${index}\n"x"` }))
    recordRating(workbook, rating(person, second, { kind: 'dont_know' }))
    recordRating(workbook, rating(person, third, 4, { criterion: 'usability', round: 3 }))
  }
  const [ada = ''] = people
  recordRating(workbook, rating(ada, third, { kind: 'not_applicable' }))
  recordRating(workbook, rating(ada, third, { kind: 'none' }, { round: 3, comment: '\t-' }))
  addConflict(workbook, ada, second)
  return workbook
}

/** A second current rating of one key, as merging two laptops makes it. */
function addConflict(workbook: Workbook, participant: string, indicator: string): void {
  const { store, device, clock } = workbook
  store.transaction(() => {
    const [framework] = store
      .prepare<Record<string, never>, { readonly hash: string }>('SELECT hash FROM framework')
      .all({})
    appendRating(store, {
      ...rating(participant, indicator, 2),
      framework: framework?.hash ?? '',
      entry: 'screen',
      recordedAt: clock(),
      device,
    })
  })
}
