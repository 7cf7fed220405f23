import { v7 as uuidv7 } from 'uuid'
import type { Indicator } from '../../shared/model/framework.ts'
import type { Answer, NewRating } from '../../shared/model/rating.ts'
import { CRITERIA, type Criterion, DEFAULT_GROUPS } from '../../shared/model/vocabulary.ts'
import { currentVersion } from '../frameworks/current.ts'
import { getAllIndicators } from '../store/frameworks.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { addParticipant } from '../workshops/participants.ts'
import { addWorkshop } from '../workshops/workshops.ts'
import { type Random, roughlyNormal, seededRandom } from './random.ts'
import { recordRatings } from './record.ts'

/** How much to make up. `participants` is for each workshop. */
export interface MadeUpSize {
  readonly workshops: number
  readonly participants: number
  readonly seed: number
}

/** Where the middle of the made-up opinions lies for a kind of indicator, on a scale from 0 to 1. */
type Leaning = Readonly<Record<Criterion, number>>

const WORKSHOPS = [
  { title: 'Directors and data leads', venue: 'County Hall' },
  { title: 'Young people’s panel', venue: 'Youth centre' },
  { title: 'Parents and carers', venue: 'Family hub' },
] as const

const COMMENTS = [
  'We already report this, so it costs nothing more.',
  'I would want to know this about my own child.',
  'Depends how it is counted: ask the people who record it.',
  'Too many reasons why this number could go up or down.',
  'Hard to collect, but nothing else tells us this.',
  'The words are not clear to me.',
] as const

/** Fills a workbook that was made as made-up with workshops, people and plausible ratings. */
export function addMadeUpRatings(workbook: Workbook, size: MadeUpSize): void {
  const random = seededRandom(size.seed)
  const indicators = getAllIndicators(workbook.store, currentVersion(workbook.store).hash)
  const opinions = new Map(
    indicators.map(indicator => [indicator.id, leaningOf(indicator, random)]),
  )
  for (let number = 0; number < size.workshops; number++) {
    const ratings = addMadeUpWorkshop(workbook, number, size.participants).flatMap(participant =>
      ratingsOf(workbook, participant, indicators, opinions, random),
    )
    recordRatings(workbook, ratings, 'screen')
  }
}

function addMadeUpWorkshop(
  workbook: Workbook,
  number: number,
  participants: number,
): readonly string[] {
  const { title, venue } = WORKSHOPS[number % WORKSHOPS.length] ?? WORKSHOPS[0]
  const again = Math.floor(number / WORKSHOPS.length)
  const workshop = addWorkshop(workbook, {
    title: again === 0 ? title : `${title} ${again + 1}`,
    date: `2026-03-${String((number % 28) + 1).padStart(2, '0')}`,
    venue,
    groups: [...DEFAULT_GROUPS],
  })
  return Array.from({ length: participants }, (_, index) => {
    const group = DEFAULT_GROUPS[(index + number) % DEFAULT_GROUPS.length] ?? DEFAULT_GROUPS[0]
    return addParticipant(workbook, { workshop: workshop.id, group }).id
  })
}

/** What is collected today is easier to use; what users say is found more useful. */
function leaningOf(indicator: Indicator, random: Random): Leaning {
  const voice = indicator.dataType === 'user feedback' ? 0.12 : 0
  const collected = indicator.status === 'existing' ? 0.14 : -0.14
  return {
    usefulness: 0.6 + voice + 0.16 * roughlyNormal(random),
    usability: 0.55 + collected + 0.14 * roughlyNormal(random),
  }
}

function ratingsOf(
  workbook: Workbook,
  participant: string,
  indicators: readonly Indicator[],
  opinions: ReadonlyMap<string, Leaning>,
  random: Random,
): readonly NewRating[] {
  const leniency = 0.08 * roughlyNormal(random)
  // Some people stop before the end, as they do in a room.
  const reached = random() < 0.15 ? Math.ceil(indicators.length * random()) : indicators.length
  return indicators.slice(0, reached).flatMap(indicator =>
    CRITERIA.map(criterion => ({
      id: uuidv7(),
      participant,
      indicator: indicator.id,
      criterion,
      round: 1,
      answer: answerOf(
        (opinions.get(indicator.id)?.[criterion] ?? 0.5) + leniency,
        workbook.scale.length,
        random,
      ),
      comment: commentOf(random),
      wording: 'title' as const,
    })),
  )
}

function answerOf(leaning: number, levels: number, random: Random): Answer {
  const draw = random()
  if (draw < 0.05) return { kind: 'dont_know' }
  if (draw < 0.06) return { kind: 'not_applicable' }
  const level = Math.round(1 + (leaning + 0.17 * roughlyNormal(random)) * (levels - 1))
  return { kind: 'level', level: Math.min(levels, Math.max(1, level)) }
}

function commentOf(random: Random): string {
  if (random() > 0.03) return ''
  return COMMENTS[Math.floor(random() * COMMENTS.length)] ?? ''
}
