import type { Indicator } from '../../shared/model/framework.ts'
import type { Answer } from '../../shared/model/rating.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { type Random, roughlyNormal } from './random.ts'

/** Where the middle of made-up opinions lies for each criterion, from 0 (lowest) to 1 (highest). */
type Leaning = Readonly<Record<Criterion, number>>

/** What made-up people think of one indicator: those who run services, and those who use them. */
export interface Opinions {
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
 * Makes up the opinions of one indicator. What is collected today is easier to use, what users say is
 * found more useful, and now and then the two sides see things quite differently.
 */
export function makeUpOpinions(indicator: Indicator, random: Random): Opinions {
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

/** Makes up an answer around a leaning, on a scale of this many levels. */
export function makeUpAnswer(leaning: number, levels: number, random: Random): Answer {
  const draw = random()
  if (draw < 0.05) return { kind: 'dont_know' }
  if (draw < 0.06) return { kind: 'not_applicable' }
  const level = Math.round(1 + (leaning + 0.17 * roughlyNormal(random)) * (levels - 1))
  return { kind: 'level', level: Math.min(levels, Math.max(1, level)) }
}

/** Makes up a comment for a few answers; most have none. */
export function makeUpComment(random: Random): string {
  if (random() > 0.03) return ''
  return COMMENTS[Math.floor(random() * COMMENTS.length)] ?? ''
}
