import { v7 as uuidv7 } from 'uuid'
import type { Indicator } from '../../shared/model/framework.ts'
import type { NewRating } from '../../shared/model/rating.ts'
import { CRITERIA, DEFAULT_GROUPS } from '../../shared/model/vocabulary.ts'
import type { Participant } from '../../shared/model/workshop.ts'
import { currentVersion } from '../frameworks/current.ts'
import { getAllIndicators } from '../store/frameworks.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { addParticipant } from '../workshops/participants.ts'
import { addWorkshop } from '../workshops/workshops.ts'
import { makeUpAnswer, makeUpComment, makeUpOpinions, type Opinions } from './made-up-opinions.ts'
import { type Random, roughlyNormal, seededRandom } from './random.ts'
import { recordRatings } from './record.ts'

/** How much to make up. `participants` is for each workshop. */
export interface MadeUpSize {
  readonly workshops: number
  readonly participants: number
  readonly seed: number
}

const WORKSHOPS = [
  {
    title: 'Directors and data leads',
    venue: 'County Hall',
    present: ['ADCS', 'Performance and improvement leads', 'DfE', 'Ofsted'],
  },
  {
    title: 'Young people’s panel',
    venue: 'Youth centre',
    present: ['Young people', 'Young people', 'Young people', 'Other'],
  },
  {
    title: 'Parents and carers',
    venue: 'Family hub',
    present: ['Parents and carers', 'Parents and carers', 'Other'],
  },
] as const

/** The groups whose made-up members use services; the others run or inspect them. */
const USING_SERVICES: readonly string[] = ['Young people', 'Parents and carers']

/** Fills a workbook that was made as made-up with workshops, people and plausible ratings. */
export function addMadeUpRatings(workbook: Workbook, size: MadeUpSize): void {
  const random = seededRandom(size.seed)
  const indicators = getAllIndicators(workbook.store, currentVersion(workbook.store).hash)
  const opinions = new Map(
    indicators.map(indicator => [indicator.id, makeUpOpinions(indicator, random)]),
  )
  for (let number = 0; number < size.workshops; number++) {
    const ratings = addMadeUpWorkshop(workbook, number, size.participants).flatMap(participant =>
      ratingsOf(participant, { indicators, opinions, levels: workbook.scale.length }, random),
    )
    recordRatings(workbook, ratings, 'screen')
  }
}

function addMadeUpWorkshop(
  workbook: Workbook,
  number: number,
  participants: number,
): readonly Participant[] {
  const { title, venue, present } = WORKSHOPS[number % WORKSHOPS.length] ?? WORKSHOPS[0]
  const again = Math.floor(number / WORKSHOPS.length)
  const workshop = addWorkshop(workbook, {
    title: again === 0 ? title : `${title} ${again + 1}`,
    date: `2026-03-${String((number % 28) + 1).padStart(2, '0')}`,
    venue,
    groups: [...DEFAULT_GROUPS],
  })
  return Array.from({ length: participants }, (_, index) => {
    const group = present[index % present.length] ?? present[0]
    return addParticipant(workbook, { workshop: workshop.id, group })
  })
}

interface Asked {
  readonly indicators: readonly Indicator[]
  readonly opinions: ReadonlyMap<string, Opinions>
  readonly levels: number
}

function ratingsOf(
  participant: Participant,
  { indicators, opinions, levels }: Asked,
  random: Random,
): readonly NewRating[] {
  const leniency = 0.08 * roughlyNormal(random)
  const side = USING_SERVICES.includes(participant.group) ? 'using' : 'running'
  // Some people stop before the end, as they do in a room.
  const reached = random() < 0.15 ? Math.ceil(indicators.length * random()) : indicators.length
  return indicators.slice(0, reached).flatMap(indicator =>
    CRITERIA.map(criterion => {
      const leaning = opinions.get(indicator.id)?.[side][criterion] ?? 0.5
      return {
        id: uuidv7(),
        participant: participant.id,
        indicator: indicator.id,
        criterion,
        round: 1,
        answer: makeUpAnswer(leaning + leniency, levels, random),
        comment: makeUpComment(random),
        wording: side === 'using' ? ('plain' as const) : ('title' as const),
      }
    }),
  )
}
