import type { Flagged, NamedLaptop, StudyRow } from '../model/whole-study.ts'
import { counted, formatCount, formatOne, formatShare } from './figures.ts'

/** The name of a laptop among people, or its syllable where nobody named it. */
export const laptopWords = ({ name, tag }: NamedLaptop): string => name ?? `laptop ${tag}`

/** Gives the words for a laptop by its device, of those that are known. */
export const laptopFinder =
  (laptops: readonly NamedLaptop[]) =>
  (device: string): string => {
    const laptop = laptops.find(each => each.device === device)
    return laptop ? laptopWords(laptop) : 'a laptop'
  }

/** The laptops of a workshop that are back, of those expected: `4 of 5 laptops`. */
export function laptopsWords({ plan, laptops }: Pick<StudyRow, 'plan' | 'laptops'>): string {
  const expected = plan.laptops.length
  if (expected === 0) return counted(laptops.back.length, 'laptop', 'laptops')
  const back = expected - laptops.outstanding.length
  const others = laptops.back.length - back
  const more = others > 0 ? `, and ${formatCount(others)} more` : ''
  return `${formatCount(back)} of ${counted(expected, 'laptop', 'laptops')}${more}`
}

/** The laptops that have not come back, by name; empty where all have. */
export const outstandingWords = ({ laptops }: Pick<StudyRow, 'laptops'>): string =>
  laptops.outstanding.length === 0 ? '' : `outstanding: ${laptops.outstanding.join(', ')}`

/** A sign of poor quality, in words for the team. */
export function flagWords(sign: Flagged): string {
  switch (sign.flag) {
    case 'same answer':
      return `all ${formatCount(sign.answers)} answers at level ${sign.value}`
    case 'too fast':
      return `${formatOne(sign.value)} seconds an item`
    case 'dont know':
      return `${formatShare(sign.value)} don’t know`
    case 'clock':
      return sign.message
  }
}

/** The people whose hands were counted beside those who answered for themselves; null for none. */
export const handsBesideWords = ({ hands }: Pick<StudyRow, 'hands'>): string | null =>
  hands.groups === 0 ? null : `and ${formatCount(hands.people)} by show of hands`

/** Names of what is left to do. */
export const LEFT_WORDS = {
  conflicts: (count: number): string => `${counted(count, 'conflict', 'conflicts')} to settle`,
  package: (file: string, laptop: string | null): string =>
    laptop === null ? `${file} is not in` : `${file} of ${laptop} is not in`,
  setAside: (count: number): string =>
    `${counted(count, 'framework version', 'framework versions')} set aside`,
  descriptions: (count: number): string =>
    `${counted(count, 'person is', 'people are')} described differently by two laptops`,
  code: (code: string, people: number): string =>
    `${formatCount(people)} people are called ${code}`,
  hands: (lines: number): string =>
    `${counted(lines, 'line', 'lines')} of a show of hands counted differently by two laptops`,
  unread: (count: number): string =>
    `${counted(count, 'comment', 'comments')} to read before tables are released`,
} as const
