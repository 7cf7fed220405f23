import { v7 as uuidv7 } from 'uuid'
import type { Indicator } from '../../../shared/model/framework.ts'
import type { Answer, NewRating } from '../../../shared/model/rating.ts'
import { CRITERIA, type Criterion, DEFAULT_GROUPS } from '../../../shared/model/vocabulary.ts'
import type { Participant } from '../../../shared/model/workshop.ts'
import { currentVersion } from '../../frameworks/versions/current-version.ts'
import { getAllIndicators } from '../../store/records/frameworks.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { addParticipant } from '../../workshops/participants.ts'
import { addWorkshop } from '../../workshops/workshops.ts'
import { recordRatings } from '../record.ts'
import { type Random, roughlyNormal, seededRandom } from './random.ts'

/** The amount of synthetic data. `participants` is the number for each workshop. */
export interface SyntheticSize {
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

/** The groups whose synthetic members use services; the others run or inspect them. */
const USING_SERVICES: readonly string[] = ['Young people', 'Parents and carers']

/** Fills a workbook that is marked as made-up with workshops, participants and plausible ratings. */
export function addSyntheticRatings(workbook: Workbook, size: SyntheticSize): void {
  const random = seededRandom(size.seed)
  const indicators = getAllIndicators(workbook.store, currentVersion(workbook.store).hash)
  const opinions = new Map(
    indicators.map(indicator => [indicator.id, drawOpinions(indicator, random)]),
  )
  for (let number = 0; number < size.workshops; number++) {
    const ratings = addSyntheticWorkshop(workbook, number, size.participants).flatMap(participant =>
      drawRatings(participant, { indicators, opinions, levels: workbook.scale.length }, random),
    )
    recordRatings(workbook, ratings, 'screen')
  }
}

function addSyntheticWorkshop(
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

function drawRatings(
  participant: Participant,
  { indicators, opinions, levels }: Asked,
  random: Random,
): readonly NewRating[] {
  const leniency = 0.08 * roughlyNormal(random)
  const side = USING_SERVICES.includes(participant.group) ? 'using' : 'running'
  // Some people stop before the end, as they do in workshops.
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
        answer: drawAnswer(leaning + leniency, levels, random),
        comment: drawComment(random),
        wording: side === 'using' ? ('plain' as const) : ('title' as const),
      }
    }),
  )
}

/** The centre of synthetic opinions by each criterion, from 0 (lowest) to 1 (highest). */
type Leaning = Readonly<Record<Criterion, number>>

/** The synthetic opinions of one indicator: of people who run services, and of people who use them. */
interface Opinions {
  readonly running: Leaning
  readonly using: Leaning
}

const COMMENTS = [
  'We already report this, so it costs nothing more.',
  'I would want to know this about my own child.',
  'Depends how it is counted: ask the people who record it.',
  'Too many reasons why this number could go up or down.',
  'Hard to collect, but nothing else tells us this.',
  'The words are not clear to me.',
] as const

/**
 * Draws the opinions of one indicator. Data collected today is more usable, user feedback is more useful, and
 * now and then the two sides disagree widely.
 */
function drawOpinions(indicator: Indicator, random: Random): Opinions {
  const voice = indicator.dataType === 'user feedback' ? 0.12 : 0
  const collected = indicator.status === 'existing' ? 0.14 : -0.14
  const running = {
    usefulness: 0.6 + voice + 0.16 * roughlyNormal(random),
    usability: 0.55 + collected + 0.14 * roughlyNormal(random),
  }
  const apart = random() < 0.12 ? 0.4 : 0.06
  const using = {
    usefulness: running.usefulness + voice + apart * roughlyNormal(random),
    usability: running.usability + 0.06 * roughlyNormal(random),
  }
  return { running, using }
}

/** Draws an answer around a leaning, on a scale with this many levels. */
function drawAnswer(leaning: number, levels: number, random: Random): Answer {
  const draw = random()
  if (draw < 0.05) return { kind: 'dont_know' }
  if (draw < 0.06) return { kind: 'not_applicable' }
  const level = Math.round(1 + (leaning + 0.17 * roughlyNormal(random)) * (levels - 1))
  return { kind: 'level', level: Math.min(levels, Math.max(1, level)) }
}

/** Draws a comment; most answers have none. */
function drawComment(random: Random): string {
  if (random() > 0.03) return ''
  return COMMENTS[Math.floor(random() * COMMENTS.length)] ?? ''
}
