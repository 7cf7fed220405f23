import { formatCount, formatShare } from '../../messages/figures.ts'
import { ENOUGH_ANSWERS } from '../../model/results.ts'
import type { DocumentWords } from '../document-words.ts'
import { CHARTS } from './charts.ts'
import { asHeadings, countedIn, VALUES } from './values.ts'

const { criteria, kinds } = CHARTS

const indicators = (count: number): string => countedIn(count, 'dangosydd', 'ddangosyddion')

const restsOn = ({ n, indicators: count }: { readonly n: number; readonly indicators: number }) =>
  `Mae alffa’n seiliedig ar ${countedIn(n, 'ateb', 'atebion')} i ${indicators(count)}`

const REPORT: DocumentWords['report'] = {
  subtitle: framework => `Pa mor ddefnyddiol a pha mor hawdd ei ddefnyddio: ${framework}`,
  madeUp: 'Ffug: ni roddodd neb y sgoriau hyn. Maent yma i roi cynnig ar y rhaglen.',
  newest: day => `Cofnod diweddaraf: ${day}`,
  round: round => `Rownd ${round}`,
  atAGlance: 'Cipolwg',
  contents: 'Cynnwys',
  finding: ({ keep }, total) =>
    total === 0
      ? 'Nid oes gan yr un dangosydd ddigon o atebion ar y ddau faen prawf eto.'
      : `O ${indicators(total)} â digon o atebion ar y ddau faen prawf, gellir cadw ${formatCount(keep)} (${formatShare(keep / total)}) heb eu newid.`,
  tiles: {
    participants: 'cyfranogwyr',
    workshops: 'gweithdai',
    indicators: 'dangosyddion',
    answered: 'o’r holl atebion wedi’u rhoi',
  },
  priorities: 'Beth i’w wneud â phob dangosydd',
  more: count => `a ${formatCount(count)} arall, wedi’u rhestru o dan eu hadrannau`,
  none: 'Dim.',
  differ: 'Lle mae pobl yn gwahaniaethu fwyaf',
  differHint: 'Y cytundeb isaf ymhlith dangosyddion a sgoriwyd gan o leiaf hanner y cyfranogwyr.',
  close: count =>
    `Ar gyfer ${count === 1 ? 'un dangosydd' : indicators(count)}, byddai dyfarniad yn newid pe bai un person yn newid ei feddwl.`,
  howToRead: 'Sut i ddarllen hyn',
  left: 'hepgorwyd: ychydig o bobl',
  nobody: 'neb',
  sections: 'Adran wrth adran',
  resultsOf: section => `Canlyniadau ${section}, dros bawb`,
  byGroup: section =>
    `${section} fesul grŵp rhanddeiliaid: cyfran ffafriol ac, oddi tani, n a chanolrif`,
  partOf: (words, from, to) => `${words}, ${from} i ${to}`,
  answersTo: (criterion, section) => `${criteria[criterion]}: sut yr atebodd pobl, ${section}`,
  mapCaption: 'Defnyddioldeb pob dangosydd yn erbyn rhwyddineb ei ddefnyddio',
  criterion: 'Maen prawf',
  wrote: 'Yr hyn a ysgrifennodd pobl',
  agreement: criterion => `Cytundeb dros yr holl ddangosyddion, ${VALUES.criterion[criterion]}`,
  alphaRestsOn: agreement => `${restsOn(agreement)}.`,
  agreementRestsOn: agreement =>
    `${restsOn(agreement)}, a W ar ${countedIn(agreement.kendallN, 'person', 'bobl')}.`,
  methods: 'Sut y gwnaed y ffigurau hyn',
  methodsOfStudy: 'Dulliau',
  columns: {
    indicator: 'Dangosydd',
    n: 'n',
    median: 'Canolrif',
    favourable: 'Ffafriol',
    verdict: 'Dyfarniad',
    kind: 'Sut mae pobl yn gwahaniaethu',
    priority: 'Blaenoriaeth',
    changes: 'Newidiadau i droi',
  },
  columnHint: `n yw faint a ddewisodd lefel; ffafriol yw’r gyfran yn y ddwy lefel uchaf; newidiadau i droi yw’r nifer lleiaf o bobl y byddai’n rhaid iddynt newid eu hateb i newid y dyfarniad. * Dewisodd llai na ${ENOUGH_ANSWERS} lefel: mae un person yn pwyso’n drwm.`,
  fewMark: '*',
  tooFew: 'rhy ychydig o atebion',
  tooFewList: 'Rhy ychydig o atebion i ddweud',
  tooFewHint: fewest => `Llai na ${fewest} o atebion i un o’r ddau gwestiwn, neu i’r ddau.`,
}

const WORD: DocumentWords['word'] = {
  contents: 'Cynnwys',
  criterion: 'Maen prawf',
  medianIqr: 'Canolrif [chwartelau]',
  noPriority: 'Dim blaenoriaeth',
  noPriorityHint:
    'Nid atebodd neb, neu atebodd llai nag y mae’r rheol yn gofyn amdanynt, ar un o’r ddau gwestiwn.',
  resultsOf: (section, round) => `Canlyniadau ${section}, rownd ${round}, dros bawb`,
  rounds: 'Rownd wrth rownd',
  roundsOf: 'Cyfranogwyr a dyfarniadau ym mhob rownd',
  round: 'Rownd',
  people: 'Cyfranogwyr',
  moved: (from, to) =>
    `Atebion a symudodd o rownd ${from} i rownd ${to}, dros yr holl ddangosyddion`,
  movedColumns: [
    'Maen prawf',
    'Yn y ddwy rownd',
    'I fyny',
    'I lawr',
    'Yr un fath',
    'Dim ond wedyn',
    'Dim ond cynt',
  ],
  groups: 'Fesul grŵp rhanddeiliaid',
  groupsOf: 'Cyfranogwyr pob grŵp rhanddeiliaid',
  group: 'Grŵp',
  charts: 'Siartiau',
  words: 'Y geiriau a sgoriwyd',
  wordsHint: 'Fel yr oeddent o flaen pobl yn y rownd hon.',
  wordsOf: round => `Geiriau pob dangosydd, rownd ${round}`,
  code: 'Cod',
  title: 'Teitl',
  definition: 'Diffiniad',
  plain: 'Mewn geiriau plaen',
  item: 'Eitem',
  appendix: 'Atodiad: pob eitem, rownd a grŵp',
  appendixOf: levels =>
    `Pob eitem fesul maen prawf, rownd a grŵp: n, canolrif [chwartelau] ar 1 i ${levels}, cyfran yr atebion yn y ddwy lefel uchaf, a dyfarniad`,
  appendixHint:
    'n yw faint a ddewisodd lefel. Yn ôl y rheol fel y mae y daw dyfarniad pawb; dyfarniad grŵp yw’r rheol ar y grŵp hwnnw’n unig.',
}

const SLIDES: DocumentWords['slides'] = {
  map: 'Map blaenoriaethau',
  keep: 'Yr hyn y gellir ei gadw heb ei newid',
  sections: REPORT.sections,
  groups: WORD.groups,
  rounds: WORD.rounds,
  methods: REPORT.methods,
  indicators: 'Dangosyddion',
  none: WORD.noPriority,
  more: count => `a ${count} arall, yn yr adroddiad`,
  shareHint:
    'Cymedr dros ddangosyddion o gyfran yr atebion yn y ddwy lefel uchaf, mewn canrannau. Mae pob ffigur yn seiliedig ar y rhai a ddewisodd lefel.',
  scale: levels => `Sgoriwyd ar ${levels} lefel, am ddefnyddioldeb a rhwyddineb defnyddio.`,
  favourable: 'Ffafriol yw cyfran yr atebion yn y ddwy lefel uchaf.',
}

/** The fixed words of the report, the Word report and the slides in Welsh. */
export const DOCUMENTS: DocumentWords = {
  note: 'Mae penawdau a geiriau sefydlog y ddogfen hon yn Gymraeg. Yn Saesneg y mae geiriau’r fframwaith, y rheol consensws, y dulliau, a diffiniadau’r ffigurau.',
  numbered: { Table: 'Tabl', Figure: 'Ffigur' },
  report: REPORT,
  word: WORD,
  slides: SLIDES,
  verdicts: asHeadings(VALUES.verdict),
  kindOf: (kind, verdict, none) => {
    if (kind === null) return none
    return kind === 'agreed' && verdict === 'none'
      ? `${kinds.agreed}, nid ar i mewn nac allan`
      : kinds[kind]
  },
  otherWordsOf: ({ answers, of }) =>
    answers === 0
      ? ''
      : `gwelodd ${formatCount(answers)} o ${countedIn(of, 'ateb', 'atebion')} eiriau eraill`,
  otherWordsAmong: count =>
    `Ar gyfer ${indicators(count)}, rhoddwyd rhai atebion i eiriau eraill na’r rhai a ddangosir yma.`,
  changedBetweenRounds: 'Beth a newidiodd rhwng rowndiau',
  agreement: {
    alphaNominal: 'Alffa Krippendorff, lefelau fel enwau',
    alphaOrdinal: 'Alffa Krippendorff, lefelau fel trefn',
    alphaInterval: 'Alffa Krippendorff, lefelau fel camau cyfartal',
    kendallW: 'W Kendall, wedi’i gywiro am lefelau cydradd',
  },
  indicators,
  release: 'Rhyddhad',
  releases: asHeadings(VALUES.release),
  atLeast: count => `${formatCount(count)} neu fwy`,
  charts: CHARTS,
}
