import { formatCount, formatOne, formatShare } from '../../messages/figures.ts'
import { ENOUGH_ANSWERS, type Priority } from '../../model/results.ts'
import type { ChartWords } from '../chart-words.ts'
import { asHeadings, countedIn, VALUES } from './values.ts'

const CRITERIA = asHeadings(VALUES.criterion)

const WORDINGS = { title: 'y teitl', plain: 'y geiriau plaen', easy: 'y fersiwn hawdd ei ddeall' }

const HEADINGS: ChartWords['answers']['headings'] = {
  favourable: 'Ffafriol',
  n: 'n',
  dontKnow: 'Ddim yn gwybod',
  notApplicable: 'Ddim yn berthnasol',
  missing: 'Dim ateb',
  asked: 'Gofynnwyd i',
}

const indicators = (count: number): string => countedIn(count, 'dangosydd', 'ddangosyddion')

const basis: ChartWords['basis'] = ({ participants, groups, round, wording, levelsOnly }) => {
  const people = levelsOnly
    ? `${formatCount(participants)} neu fwy o gyfranogwyr`
    : countedIn(participants, 'cyfranogwr', 'gyfranogwyr')
  const who =
    groups.length === 1
      ? `${people}, pob un o grŵp ${groups[0]}`
      : `${people}${levelsOnly && groups.length === 0 ? '' : ` mewn ${groups.length} o grwpiau`}`
  const shown = wording === null ? '' : `; dim ond ${WORDINGS[wording]} a ddangoswyd`
  return `n = ${who}; rownd ${round}${shown}`
}

function findingOnMap(counts: Readonly<Record<Priority, number>>): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const { keep } = counts
  if (all === 0) return 'Nid oes gan yr un dangosydd ddigon o atebion i’r ddau gwestiwn eto'
  const agreed = 'cytuno ei fod yn ddefnyddiol ac yn hawdd ei ddefnyddio'
  if (keep === 0) return `O ${indicators(all)}, nid oes ${agreed} am yr un`
  if (keep === all) return `O ${indicators(all)}, mae ${agreed} am bob un`
  return `O ${indicators(all)}, mae ${agreed} am ${formatCount(keep)}`
}

const MAP: ChartWords['map'] = {
  title: (counts, { shown, all }) =>
    shown >= all
      ? findingOnMap(counts)
      : `Detholiad, ${formatCount(shown)} o ${indicators(all)}: ${findingOnMap(counts)}`,
  notes: {
    place:
      'Dangosydd yw pob marc, wedi’i osod yn ôl y gwerth y mae’r rheol yn ei farnu; y llinellau toredig yw ei throthwy. Po fwyaf y marc, mwyaf yr atebion; mae ei siâp yn dweud sut mae pobl yn gwahaniaethu.',
    heldBack: count =>
      `Mae ${indicators(count)} a luniwyd yn wag y tu hwnt i’r trothwy, ond mae amod arall o’r rheol yn atal gwell blaenoriaeth.`,
    tooFew: count =>
      `Mae ${indicators(count)} â llinell doredig yn seiliedig ar lai o atebion nag y mae’r rheol yn gofyn amdanynt, ac nid oes blaenoriaeth.`,
    otherWords: count =>
      `† Ar gyfer ${indicators(count)}, rhoddwyd rhai atebion i eiriau eraill na’r rhai a ddangosir yma.`,
    left: count => `Nid yw ${indicators(count)} heb atebion i’r ddau gwestiwn ar y map.`,
    hidden: count => `Ni ddangosir ${indicators(count)} a farnwyd gan atebion rhy ychydig o bobl.`,
  },
  heldBack: 'Wedi’i atal gan amod arall',
  tooFew: 'Rhy ychydig o atebion',
  shares: (from, to, inLowestGroup) =>
    `Atebion ar ${from === to ? `lefel ${to}` : `lefelau ${from} i ${to}`}${inLowestGroup ? ', yn y grŵp isaf' : ''}`,
  median: 'Canolrif',
}

const ANSWERS: ChartWords['answers'] = {
  title: (criterion, ends) => {
    const [first, last] = [ends.at(0), ends.at(-1)]
    const name = CRITERIA[criterion]
    if (!first || !last) return `${name}: rhy ychydig o atebion i’w cymharu`
    if (first === last) return `${name} ${first.name}: ${formatShare(first.favourable)} yn ffafriol`
    return `${name}: ${first.name} sydd â’r mwyaf o atebion ffafriol (${formatShare(first.favourable)}), ${last.name} y lleiaf (${formatShare(last.favourable)})`
  },
  notes: {
    bars: 'Pawb a ddewisodd lefel (n) yw pob bar, gyda chanol y raddfa ar y llinell: atebion isel, â llinellau ar draws, i’r chwith ohoni a rhai uchel i’r dde. Ffafriol yw’r gyfran yn y ddwy lefel uchaf.',
    few: `* Llai na ${ENOUGH_ANSWERS} o atebion: mae un person yn pwyso’n drwm. Ni enwir grwpiau o’r fath yn y pennawd.`,
  },
  headings: HEADINGS,
  hidden: 'Ni ddangosir: rhy ychydig o bobl',
  none: 'Dim atebion',
  others: answers =>
    (['dontKnow', 'notApplicable', 'missing'] as const)
      .filter(part => answers[part] > 0)
      .map(part => `${formatCount(answers[part])} ${HEADINGS[part].toLowerCase()}`)
      .join(', '),
}

const GROUPS: ChartWords['groups'] = {
  title: (criterion, figure, gap) => {
    const name = CRITERIA[criterion]
    if (!gap) return `${name}: rhy ychydig o atebion ym mhob grŵp i’w cymharu`
    const { lowest, highest } = gap
    if (lowest.value === highest.value)
      return `${name}: nid yw grwpiau â digon o atebion yn gwahaniaethu`
    const [format, what] =
      figure === 'favourable' ? [formatShare, ' yn ffafriol'] : [formatOne, ' yn ganolrif']
    return `${name}: mae grwpiau’n gwahaniaethu fwyaf am ${gap.name}, o ${format(lowest.value)}${what} (${lowest.group}) i ${format(highest.value)} (${highest.group})`
  },
  notes: {
    favourable:
      'Cyfran atebion grŵp yn y ddwy lefel uchaf yw pob rhif; mae llinellau ar draws cyfrannau isel. Mae llinell fer yn golygu dim atebion.',
    median:
      'Canolrif atebion grŵp yw pob rhif; mae llinellau ar draws rhai isel. Mae llinell fer yn golygu dim atebion.',
    few: `* Llai na ${ENOUGH_ANSWERS} o atebion: mae un person yn pwyso’n drwm. Ni chymherir grwpiau o’r fath yn y pennawd.`,
    hidden: 'Ni ddangosir …, gan mai rhy ychydig o bobl ydyw.',
  },
  step: (from, to) =>
    to === 1 ? `${formatShare(from)} i 100%` : `${formatShare(from)} i lai na ${formatShare(to)}`,
}

/** The words of charts in Welsh. */
export const CHARTS: ChartWords = {
  criteria: CRITERIA,
  priorities: asHeadings(VALUES.priority),
  kinds: asHeadings(VALUES.kind),
  everyone: VALUES.part.Everyone,
  basis,
  map: MAP,
  answers: ANSWERS,
  groups: GROUPS,
}
