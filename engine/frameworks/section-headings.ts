import { codeOf, isUnder } from './nest-sections.ts'

/** A heading of a section that stands in a row of its own. */
export interface SectionHeading {
  readonly text: string
  readonly column: number
}

interface Placed extends SectionHeading {
  readonly code: string | null
  /** What headings of one level have in common: the depth of the code, the column, the capitals. */
  readonly look: string
}

const LEADING_WORD = /^(strand|theme|domain|section|part|pillar|priority|area|group)\b/i

function lookOf({ text, column }: SectionHeading, code: string | null): string {
  if (code) return `code ${code.split(/\.|(?<=[A-Z])(?=\d)/).length}`
  const isCapitals = text === text.toUpperCase() && text !== text.toLowerCase()
  const word = LEADING_WORD.exec(text)?.[1]?.toLowerCase() ?? ''
  return JSON.stringify([column, isCapitals, word])
}

function toPlaced(heading: SectionHeading): Placed {
  const code = codeOf(heading.text)
  return { ...heading, code, look: lookOf(heading, code) }
}

/** Where a coded heading goes: under the nearest one whose code is above its own, or beside its like. */
function placeCoded(above: readonly Placed[], heading: Placed, code: string): readonly Placed[] {
  const parent = above.findLastIndex(other => other.code !== null && isUnder(code, other.code))
  if (parent >= 0) return [...above.slice(0, parent + 1), heading]
  const firstCoded = above.findIndex(other => other.code !== null)
  return firstCoded < 0 ? [...above, heading] : [...above.slice(0, firstCoded), heading]
}

/** Where one heading goes that follows an indicator: beside the last of its look, or under all. */
function placeOne(above: readonly Placed[], heading: Placed): readonly Placed[] {
  if (heading.code) return placeCoded(above, heading, heading.code)
  const alike = above.findLastIndex(({ look }) => look === heading.look)
  return alike < 0 ? [...above, heading] : [...above.slice(0, alike), heading]
}

/** More headings in a row than anyone nests are notes of some kind, but for the last. */
const MOST_LEVELS = 4

/**
 * The headings that an indicator stands under, outermost first, after a further run of headings that
 * follow each other without an indicator between them. Of a run whose headings look alike, each is
 * taken to be over the next.
 */
export function placeHeadings(
  above: readonly SectionHeading[],
  run: readonly SectionHeading[],
): readonly SectionHeading[] {
  const [first, ...rest] = run.slice(run.length > MOST_LEVELS ? -1 : 0).map(toPlaced)
  if (!first) return above
  let placed: readonly Placed[] = above.map(toPlaced)
  const isRun = rest.some(({ code, look }) => code === null && look === first.look)
  const start = isRun ? placed.findIndex(({ look }) => look === first.look) : -1
  placed = start < 0 ? placeOne(placed, first) : [...placed.slice(0, start), first]
  for (const heading of rest) {
    const isUnderTheLast = heading.code === null && placed.at(-1)?.look === heading.look
    placed = isUnderTheLast ? [...placed, heading] : placeOne(placed, heading)
  }
  return placed
}
