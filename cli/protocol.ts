import { InvalidArgumentError, Option } from 'commander'
import type { Framework, Indicator } from '../shared/model/framework.ts'
import {
  MOST_MINUTES,
  NO_PROTOCOL,
  SEQUENCES,
  type Sequence,
  seed,
  type WorkshopProtocol,
  workshopProtocol,
} from '../shared/model/protocol.ts'
import { WORDINGS } from '../shared/model/rating.ts'
import { sameName } from '../shared/model/vocabulary.ts'
import { orRefuse, several } from './options.ts'
import { CommandFailure } from './output.ts'
import { wholeNumber } from './whole-number.ts'

/** The choices of what a workshop asks, as options have them. */
export interface ProtocolOptions {
  readonly ask?: readonly string[]
  readonly order: Sequence
  readonly seed?: string
  readonly wordings?: WorkshopProtocol['wordings']
  readonly minutes?: number
}

/** Takes an option's text as wordings, parted by semicolons. */
function wordings(text: string): WorkshopProtocol['wordings'] {
  const listed = text.split(';').map(one => one.trim().toLowerCase())
  const words = `Give wordings parted by semicolons, of ${WORDINGS.join(', ')}.`
  return orRefuse(workshopProtocol.shape.wordings.safeParse(listed), words)
}

function seedOption(text: string): string {
  return orRefuse(seed.safeParse(text), 'Give up to 40 letters, digits, hyphens and underscores.')
}

function askOption(text: string, before: readonly string[] = []): readonly string[] {
  if (!text.includes('=')) {
    throw new InvalidArgumentError(
      'Say whom and what: "DfE=Outcome 1;B2", or "*=Outcome 1" for every group.',
    )
  }
  return several(text, before)
}

/** The options that say what a workshop asks, in which order and words. */
export const PROTOCOL_OPTIONS: readonly Option[] = [
  new Option(
    '--ask <choice>',
    'sections or codes that a group is asked, as "DfE=Outcome 1;B2", or "*=Outcome 1" for every group; may be repeated',
  ).argParser(askOption),
  new Option('--order <order>', 'fixed, or shuffled for each person by sections or indicators')
    .choices([...SEQUENCES])
    .default(NO_PROTOCOL.sequence),
  new Option('--seed <seed>', 'the seed of a shuffled order; left out, one is drawn').argParser(
    seedOption,
  ),
  new Option(
    '--wordings <names>',
    'the wordings that people may choose: "title;plain;easy"',
  ).argParser(wordings),
  new Option('--minutes <minutes>', 'the minutes planned for rating').argParser(
    wholeNumber(1, MOST_MINUTES),
  ),
]

/**
 * The protocol that options ask for in a workshop of these groups. Throws a CommandFailure for what the framework has
 * not, and for a group that the workshop has not.
 */
export function protocolFrom(
  { ask = [], order, seed, wordings, minutes }: ProtocolOptions,
  { indicators }: Pick<Framework, 'indicators'>,
  groups: readonly string[],
): WorkshopProtocol {
  const asked = new Map<string, string[]>()
  for (const choice of ask) {
    const [whom = '', ...what] = choice.split('=')
    const found = what
      .join('=')
      .split(';')
      .filter(one => one.trim() !== '')
      .flatMap(one => findAsked(one, indicators))
    for (const group of groupsOf(whom.trim(), groups)) {
      asked.set(group, [...(asked.get(group) ?? []), ...found])
    }
  }
  return {
    groups: Object.fromEntries([...asked].map(([group, ids]) => [group, [...new Set(ids)]])),
    sequence: order,
    ...(seed !== undefined && { seed }),
    wordings: wordings ?? NO_PROTOCOL.wordings,
    minutes: minutes ?? null,
  }
}

function groupsOf(whom: string, groups: readonly string[]): readonly string[] {
  if (whom === '*') return groups
  const group = groups.find(one => sameName(one) === sameName(whom))
  if (group !== undefined) return [group]
  throw new CommandFailure(
    `There is no group called ${whom} here. The groups are ${groups.join(', ')}.`,
    2,
  )
}

/** The ids of the indicators of a section of the first level, or of the one with a code. */
function findAsked(what: string, indicators: readonly Indicator[]): readonly string[] {
  const wanted = sameName(what)
  const found = indicators.filter(
    ({ code, section }) => sameName(code) === wanted || sameName(section[0] ?? '') === wanted,
  )
  if (found.length > 0) return found.map(({ id }) => id)
  const titles = [...new Set(indicators.flatMap(({ section }) => section.slice(0, 1)))]
  throw new CommandFailure(
    `“${what.trim()}” is neither a section nor a code of this framework. Its sections are ${titles.join('; ')}.`,
    2,
  )
}
