import { type Conflict, isOneAnswer } from '../../../shared/model/conflict.ts'

/** The causes of conflicts, as far as their sides tell them. */
export const CAUSES = ['two laptops', 'paper and screen', 'one laptop'] as const
export type Cause = (typeof CAUSES)[number]

/** Words for each cause. */
export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  'two laptops': 'Rated on two laptops',
  'paper and screen': 'On paper and on screen',
  'one laptop': 'Twice on one laptop',
}

/** Tells why a question has two answers. */
export function causeOf({ sides }: Pick<Conflict, 'sides'>): Cause {
  if (new Set(sides.map(({ entry }) => entry)).size > 1) return 'paper and screen'
  return new Set(sides.map(({ device }) => device)).size > 1 ? 'two laptops' : 'one laptop'
}

/** The choice of the conflicts that are in sight; null for all. */
export interface ConflictFilter {
  readonly cause: Cause | null
  readonly workshop: string | null
  readonly laptop: string | null
  readonly person: string | null
  readonly indicator: string | null
}

/** The filter that leaves nothing out. */
export const EVERYTHING: ConflictFilter = {
  cause: null,
  workshop: null,
  laptop: null,
  person: null,
  indicator: null,
}

/** Tests whether a conflict is in sight. */
export function isShown(conflict: Conflict, filter: ConflictFilter): boolean {
  const { sides, participant, code } = conflict
  const { cause, workshop, laptop, person, indicator } = filter
  return (
    (cause === null || causeOf(conflict) === cause) &&
    (workshop === null || sides.some(side => side.workshop === workshop)) &&
    (laptop === null || sides.some(side => side.device === laptop)) &&
    (person === null || participant === person) &&
    (indicator === null || code === indicator)
  )
}

/** The conflicts of one person that have one cause, and the same laptops behind them. */
export interface ConflictGroup {
  readonly key: string
  readonly cause: Cause
  /** The laptops of the sides, by id. */
  readonly devices: readonly string[]
  readonly people: string
  /** The titles of their workshops. */
  readonly workshops: readonly string[]
  readonly conflicts: readonly Conflict[]
  /** The number of those of which all sides say the same. */
  readonly same: number
}

/** The number of characters of an id, from its end, that stand for a person: they are chance. */
const BLIND_NAME = 6

/** The words for the person of a conflict; a blind one tells no laptop, as codes and names may. */
export function personWords({ participant, sides }: Conflict, isBlind: boolean): string {
  if (isBlind) return `Person ${participant.slice(-BLIND_NAME)}`
  return [...new Set(sides.map(({ name }) => name))].join(' and ')
}

/** Groups conflicts by cause and person, the largest group first. */
export function groupConflicts(
  conflicts: readonly Conflict[],
  isBlind: boolean,
): readonly ConflictGroup[] {
  const groups = new Map<string, Conflict[]>()
  for (const conflict of conflicts) {
    const devices = devicesOf(conflict)
    const key = [conflict.participant, causeOf(conflict), ...devices].join(' ')
    const known = groups.get(key)
    if (known) known.push(conflict)
    else groups.set(key, [conflict])
  }
  return [...groups]
    .flatMap(([key, those]) => {
      const [first] = those
      if (!first) return []
      const workshops = new Set(those.flatMap(({ sides }) => sides.map(({ workshop }) => workshop)))
      return [
        {
          key,
          cause: causeOf(first),
          devices: devicesOf(first),
          people: personWords(first, isBlind),
          workshops: [...workshops].toSorted(),
          conflicts: those,
          same: those.filter(({ sides }) => isOneAnswer(sides)).length,
        },
      ]
    })
    .toSorted((one, other) => other.conflicts.length - one.conflicts.length)
}

/** Puts groups in the order of keys that were known before, and those that are new behind them. */
export const inOrderOf = (
  groups: readonly ConflictGroup[],
  keys: readonly string[],
): readonly ConflictGroup[] => {
  const places = new Map(keys.map((key, place) => [key, place]))
  const placeOf = ({ key }: ConflictGroup) => places.get(key) ?? keys.length
  return groups.toSorted((one, other) => placeOf(one) - placeOf(other))
}

const devicesOf = ({ sides }: Conflict): readonly string[] =>
  [...new Set(sides.map(({ device }) => device))].toSorted()

/** The conflict after one in the groups in sight, to go on with; the one before it where it is the last. */
export function nextKey(groups: readonly ConflictGroup[], key: string): string | null {
  const keys = groups.flatMap(({ conflicts }) => conflicts.map(keyOf))
  const at = keys.indexOf(key)
  return keys[at + 1] ?? keys[at - 1] ?? null
}

/** The key of a conflict: the ratings that stand beside each other. */
export const keyOf = ({ sides }: Pick<Conflict, 'sides'>): string =>
  sides.map(({ id }) => id).join(' ')

/**
 * The sides in an order that tells nothing of when they were given: ids begin with their time, and end in chance.
 */
export const blindOrder = ({ sides }: Pick<Conflict, 'sides'>): Conflict['sides'] =>
  sides.toSorted((one, other) => (one.id.slice(-12) < other.id.slice(-12) ? -1 : 1))
