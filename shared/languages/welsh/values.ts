import { formatCount } from '../../messages/figures.ts'
import type { FileWords } from '../file-words.ts'

/** The words that stand in columns with a few fixed ones. */
export const VALUES: FileWords['values'] = {
  criterion: { usefulness: 'defnyddioldeb', usability: 'rhwyddineb defnyddio' },
  yesNo: { yes: 'ie', no: 'na' },
  retired: { yes: 'ie', no: 'na', 'other version': 'fersiwn arall' },
  fewAnswers: { no: 'na', yes: 'ie', 'too few': 'rhy ychydig', 'left out': 'hepgorwyd' },
  verdict: { in: 'i mewn', out: 'allan', none: 'dim consensws' },
  priority: {
    keep: 'cadw',
    'make usable': 'gwneud yn hawdd ei ddefnyddio',
    'make useful': 'gwneud yn ddefnyddiol',
    rethink: 'ailfeddwl',
  },
  kind: {
    agreed: 'cytuno',
    vague: 'amwys',
    split: 'wedi hollti',
    'groups differ': 'grwpiau’n wahanol',
    'lone dissenter': 'un yn anghytuno',
  },
  dataType: {
    'cross-sectional': 'trawsdoriadol',
    longitudinal: 'hydredol',
    proxy: 'procsi',
    'user feedback': 'adborth defnyddwyr',
  },
  status: { existing: 'presennol', new: 'newydd' },
  answer: { dont_know: 'ddim yn gwybod', not_applicable: 'ddim yn berthnasol' },
  counts: {
    yes: 'ie',
    conflict: 'gwrthdaro',
    test: 'prawf',
    aside: 'o’r neilltu',
    no_answer: 'dim ateb',
    other_wording: 'geiriad arall',
    other_group: 'grŵp arall',
  },
  wording: { title: 'teitl', plain: 'plaen', easy: 'hawdd ei ddeall' },
  entry: {
    screen: 'sgrin',
    file: 'ffeil',
    paper: 'papur',
    paper_checked: 'papur wedi’i wirio',
  },
  suggestion: { wording: 'geiriad', missing: 'ar goll' },
  release: { research: 'ymchwil', tables: 'tablau', rows: 'rhesi' },
  part: { Everyone: 'Pawb' },
}

/** The same words as they begin a sentence or a heading. */
export const asHeadings = <Name extends string>(
  words: Readonly<Record<Name, string>>,
): Readonly<Record<Name, string>> =>
  Object.fromEntries(
    Object.entries<string>(words).map(([name, word]) => [
      name,
      word.charAt(0).toUpperCase() + word.slice(1),
    ]),
  ) as Record<Name, string>

/** A count with what is counted: one alone, or so many of them. */
export const countedIn = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} o ${many}`
