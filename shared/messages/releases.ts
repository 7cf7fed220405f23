import { counted, formatCount } from './figures.ts'

/** The numbers of an attack on tables before they were written. */
export interface TablesAttack {
  readonly under: number
  readonly bounds: number
  readonly comparisons: number
  /** The earlier releases that were attacked together with this one. */
  readonly earlier: number
  /** The questions of which something is kept back because of earlier releases. */
  readonly keptBack: number
  /** True where rows were released before, so that nothing is told by group. */
  readonly afterRows: boolean
  /** The groups that are counted together. */
  readonly together: readonly string[]
}

/** The numbers of an attack on rows before they were written. */
export interface RowsAttack {
  readonly under: number
  readonly rows: number
  readonly smallest: number
  readonly leftOut: number
  readonly earlier: number
}

/** The words of the releases of an export. */
export const RELEASE_WORDS = {
  label: 'Release',
  tried: 'Tried against it',
  names: { research: 'Research', tables: 'Tables', rows: 'Rows' },
  /** The name of the groups that tables count together. */
  together: 'Other groups, together',
  told: {
    research: 'Release: research. For the protected store of the study, and not for publication.',
    tables: (under: number): string =>
      `Release: tables. It has no row about one person, and tells nothing of fewer than ${under} people: ` +
      'answers by group stand where every group has as many, and those of everyone where everyone has. ' +
      'Every other figure is computed from the counts that stand here. It does not tell how many were ' +
      'asked or left a question out, which would tell of few.',
    rows: (under: number): string =>
      'Release: rows. It has the answers of each person without group, workshop, time, device and ' +
      'comments, and nothing by group. Names of rows are of this file alone. Questions by which fewer ' +
      `than ${under} people could be told from the others are left out.`,
  },
  atLeast: (count: number): string => `${formatCount(count)} or more`,
  noW: 'Kendall’s W is left out: it rests on whole rows of people.',
} as const

const earlierWords = (earlier: number): string =>
  earlier === 0
    ? 'this file tells'
    : `this file and ${counted(earlier, 'earlier release', 'earlier releases')} tell`

/** The attacks that were tried on tables before they were written, in sentences. */
export function tablesAttackWords(attack: TablesAttack): readonly string[] {
  const { under, bounds, comparisons, earlier, keptBack, afterRows, together } = attack
  return [
    `Attacked before it was written: from all that ${earlierWords(earlier)}, ` +
      `${counted(bounds, 'number of people was', 'numbers of people were')} bounded from above, and ` +
      `${counted(comparisons, 'number was', 'numbers were')} compared with earlier ones. None of it ` +
      `tells of fewer than ${under} people.`,
    ...(together.length > 0 ? [`Counted together: ${together.join('; ')}.`] : []),
    ...(keptBack > 0
      ? [
          `Kept back, because beside an earlier release it would tell of too few: something of ` +
            `${counted(keptBack, 'question', 'questions')}.`,
        ]
      : []),
    ...(afterRows ? ['Nothing is told by group: rows of single people were released before.'] : []),
  ]
}

/** The attacks that were tried on rows before they were written, in sentences. */
export function rowsAttackWords(attack: RowsAttack): readonly string[] {
  const { under, rows, smallest, leftOut, earlier } = attack
  return [
    `Attacked before it was written: neither this file nor ${counted(earlier, 'earlier release', 'earlier releases')} ` +
      `has a table by group that ${counted(rows, 'row', 'rows')} could be matched with, and of people ` +
      `with the same questions there are ${formatCount(smallest)} or more (at least ${under}).`,
    ...(leftOut > 0
      ? [
          `Left out, because it would single people out: ${counted(leftOut, 'question', 'questions')}.`,
        ]
      : []),
    'Whoever knows some of a person’s answers may still find their row by them.',
  ]
}
