import { TENTH_LEVEL_KEY } from '../../commands.ts'
import type { Language } from '../language.ts'
import { SCALES } from './scales.ts'
import { SHEETS } from './sheets.ts'

const minutesOf = (minutes: number): string => (minutes === 1 ? 'un funud' : `${minutes} munud`)

const AROUND_PLAIN: Language['words']['around']['plain'] = {
  questions: {
    usefulness: 'A fyddai gwybod hyn yn helpu?',
    usability: 'A fyddai’n hawdd cael gwybod hyn?',
  },
  thing: 'Cwestiwn',
  all: 'Pob cwestiwn',
  seeAll: 'Gweld pob cwestiwn',
  more: 'Mwy am hyn',
  firstTime: (count, minutes) =>
    `Byddwch yn gweld ${count === 1 ? '1 cwestiwn' : `${count} o gwestiynau, un ar y tro`}. Am bob un rydym yn gofyn dau beth: a fyddai gwybod hyn yn helpu, ac a fyddai’n hawdd cael gwybod hyn. Mae hynny’n cymryd tua ${minutesOf(minutes)} i’r rhan fwyaf o bobl.`,
  again: count =>
    `Mae’r ystafell wedi trafod${count === 1 ? ' 1 cwestiwn' : ''}. Sgoriwch ${count === 1 ? 'ef' : `${count} o gwestiynau`} unwaith eto, fel rydych yn meddwl nawr: gall eich ateb fod yr un fath ag o’r blaen neu’n wahanol.`,
  changed: 'Mae’r cwestiynau newydd gael eu newid',
}

/** Everything that a person who rates reads and hears, in Welsh. */
export const WELSH: Language = {
  direction: 'ltr',
  words: {
    controls: {
      language: 'Iaith',
      menu: 'Dewislen',
      close: 'Cau',
      cancel: 'Canslo',
      back: 'Yn ôl',
      goOn: 'Ymlaen',
      tryAgain: 'Ceisio eto',
      retry: 'Ceisio eto',
      saving: 'Yn cadw',
      saved: 'Cadwyd',
      notSaved: 'Heb ei gadw',
      reading: what => `Yn darllen ${what}`,
      unreadable: what => `Nid oedd modd darllen hyn: ${what}`,
      didNotWork: 'Wnaeth hynny ddim gweithio',
      facilitator: 'Hwylusydd',
      practice: 'Ymarfer: nid yw’r atebion hyn yn cyfrif.',
    },
    appearance: {
      name: 'Golwg',
      system: 'Yr un fath â’r gliniadur hwn',
      light: 'Golau',
      dark: 'Tywyll',
      projector: 'Taflunydd, cyferbyniad uchel',
    },
    things: { questions: 'y cwestiynau', workshop: 'y gweithdy' },
    join: {
      hello: 'Helo',
      takesTime: minutes =>
        `Mae’n cymryd ${minutes === 1 ? 'tuag un funud' : `hyd at ${minutes} munud`} i’r rhan fwyaf o bobl. Gallwch stopio unrhyw bryd. Os nad ydych am gymryd rhan, rhowch y gliniadur yn ôl: ni chedwir dim amdanoch.`,
      whichGroup: 'Ym mha grŵp ydych chi?',
      agree: 'Rwy’n cytuno i gymryd rhan',
      goOn: 'Parhau',
      wasHere: 'Roeddwn i yma o’r blaen',
      yourGroup: 'Eich grŵp:',
      changeGroup: 'Newid grŵp',
      changeYourGroup: 'Newid eich grŵp',
      isMyGroup: 'Dyma fy ngrŵp',
    },
    groups: {
      ADCS: 'ADCS',
      'Performance and improvement leads': 'Arweinwyr perfformiad a gwella',
      DfE: 'DfE',
      Ofsted: 'Ofsted',
      'Young people': 'Pobl ifanc',
      'Parents and carers': 'Rhieni a gofalwyr',
      Other: 'Arall',
    },
    comeBack: {
      title: 'Croeso’n ôl',
      code: 'Eich cod',
      codeHint: 'Roedd ar frig y sgrin tra oeddech yn sgorio, fel KUB-07.',
      wordsHint: 'Os nad ydynt gennych, gall yr hwylusydd eich gadael i mewn.',
      isNew: 'Rwy’n newydd yma',
      noWords: 'Nid yw fy ngeiriau gen i',
    },
    fourWords: {
      title: 'Eich pedwar gair',
      keep: 'Ysgrifennwch nhw gyda’ch cod, neu tynnwch lun. Gyda’r ddau gallwch ddod yn ôl a mynd ymlaen, neu ofyn am ddileu eich atebion. Ni all neb chwilio am y geiriau hyn wedyn. Os byddwch yn eu colli, gofynnwch i’r hwylusydd am rai newydd.',
    },
    welcome: {
      code: name => `Eich cod yw ${name}`,
      windowTitle: 'Cyn i chi ddechrau',
      ledOn: (ended, round) =>
        `Diolch, mae rownd ${ended} wedi’i gorffen a’i chadw. Nawr daw rownd ${round}.`,
      savedUnder: name =>
        `Mae eich atebion yn cael eu cadw ar y gliniadur hwn o dan y cod ${name}, nid eich enw.`,
      noWrongAnswers: 'Nid oes atebion anghywir. Gallwch hepgor unrhyw beth.',
      canChange: 'Gallwch newid unrhyw ateb nes i chi drosglwyddo’r gliniadur.',
      start: 'Dechrau',
      goBack: 'Mynd yn ôl',
      notNow: 'Dim nawr',
    },
    cover: {
      title: 'Mae’r sgrin hon wedi’i chuddio',
      why: 'Cymerodd rhywun egwyl, neu ni chyffyrddodd neb â’r gliniadur am dipyn. Mae’r holl atebion wedi’u cadw.',
      wasRating: 'Fi oedd yn sgorio',
      firstWord: 'Y cyntaf o’ch pedwar gair',
      firstWordHint: 'Os nad yw eich geiriau gennych, gofynnwch i’r hwylusydd.',
      staysCovered: 'Mae’n aros wedi’i chuddio',
      stillThere: 'Ydych chi yno o hyd?',
      amHere: 'Rwyf yma o hyd',
      coversItself: seconds =>
        `Os na fydd neb yn cyffwrdd â’r gliniadur, bydd y sgrin hon yn ei chuddio ei hun ymhen ${seconds} eiliad. Mae eich atebion wedi’u cadw.`,
    },
    pause: {
      title: 'Cymryd egwyl?',
      what: 'Bydd y sgrin wedi’i chuddio nes i chi ddod yn ôl, ac ni fydd neb yn gweld eich atebion. Mae pob un wedi’i gadw. I fynd ymlaen, teipiwch y cyntaf o’ch pedwar gair.',
      goOnRating: 'Dal ati i sgorio',
      cover: 'Cuddio’r sgrin',
    },
    handOver: {
      ratedAll: 'Rydych wedi sgorio popeth',
      ratedAllThanks: 'Diolch. Nid oes dim mwy i chi ei wneud nawr.',
      closed: 'Nid oes modd sgorio dim ar hyn o bryd',
      closedWhy: 'Mae’r hwylusydd wedi cau’r rownd hon. Rhowch y gliniadur yn ôl iddynt.',
      thanks: 'Diolch',
      toNext: 'Rhowch y gliniadur i’r person nesaf.',
      isSaved: 'Mae popeth a atebwyd gennych wedi’i gadw, ac ni all y person nesaf ei weld.',
      amNext: 'Fi yw’r person nesaf',
    },
    help: {
      title: 'Sut i sgorio',
      comeIn:
        'Dewiswch eich grŵp. Byddwch yn cael cod a phedwar gair. Ysgrifennwch y geiriau. Nid oes neb yn gofyn am eich enw.',
      answer: 'Darllenwch y cwestiwn. Dewiswch yr ateb sy’n ffitio orau.',
      others: 'Mae *Dydw i ddim yn gwybod* a *Ddim yn berthnasol* yn atebion hefyd.',
      change: 'Dywedwch pam, os hoffech. Gallwch newid ateb nes i chi orffen.',
      saved: 'Arhoswch am y gair *Cadwyd*. Wedyn mae eich ateb yn ddiogel.',
    },
    wordings: {
      title: { name: 'Teitl', show: 'Dangos y teitl' },
      plain: { name: 'Geiriau plaen', show: 'Dangos geiriau plaen' },
      easy: { name: 'Hawdd ei ddeall', show: 'Dangos hawdd ei ddeall' },
    },
    around: {
      title: {
        questions: {
          usefulness: 'Pa mor ddefnyddiol fyddai gwybod hyn?',
          usability: 'Pa mor hawdd fyddai casglu a defnyddio hyn?',
        },
        thing: 'Dangosydd',
        all: 'Pob dangosydd',
        seeAll: 'Gweld pob dangosydd',
        more: 'Mwy am y dangosydd hwn',
        firstTime: (count, minutes) =>
          `Byddwch yn gweld ${count === 1 ? '1 dangosydd' : `${count} o ddangosyddion, un ar y tro`}. Am bob un rydym yn gofyn dau beth: pa mor ddefnyddiol ydyw, a pha mor hawdd yw ei ddefnyddio. Mae hynny’n cymryd tua ${minutesOf(minutes)} i’r rhan fwyaf o bobl.`,
        again: count =>
          `Mae’r ystafell wedi trafod${count === 1 ? ' 1 dangosydd' : ''}. Sgoriwch ${count === 1 ? 'ef' : `${count} o ddangosyddion`} unwaith eto, fel rydych yn meddwl nawr: gall eich ateb fod yr un fath ag o’r blaen neu’n wahanol.`,
        changed: 'Mae’r dangosyddion newydd gael eu newid',
      },
      plain: AROUND_PLAIN,
      easy: AROUND_PLAIN,
    },
    scales: SCALES,
    plainLevel: label => label.replace(' ei ddefnyddio', ''),
    answers: { dont_know: 'Dydw i ddim yn gwybod', not_applicable: 'Ddim yn berthnasol' },
    rating: {
      place: (thing, place, count) => `${thing} ${place} o ${count}`,
      words: 'Geiriau',
      noPlainWords: 'Nid oes geiriau plaen ar gyfer hwn eto.',
      inEnglishOnly: 'Yn Saesneg yn unig y mae’r geiriau hyn.',
      factsAreHard: 'Mae rhywfaint o hyn mewn geiriau anoddach. Nid oes ei angen arnoch.',
      changedHow: 'Gallwch fynd ymlaen o’r fan hon. Mae popeth a atebwyd gennych wedi’i gadw.',
      levels: 'Lefelau',
      others: 'Neu, os nad oes lefel yn ffitio',
      levelOf: (level, count, label) => `${level} o ${count}, ${label}`,
      keys: levels =>
        `Mae 1 i ${levels > 9 ? `9 neu ${TENTH_LEVEL_KEY}` : levels} yn ateb, y bysellau saeth yn edrych, ? yn dangos pob bysell`,
      addComment: 'Ychwanegu sylw',
      takeBack: 'Tynnu fy ateb yn ôl',
      rated: 'Sgoriwyd',
      minutesLeft: minutes => `${minutes === 1 ? 'tuag' : 'tua'} ${minutesOf(minutes)} ar ôl`,
      pause: 'Egwyl',
      finish: 'Gorffen',
      undo: 'Tynnu fy ateb olaf yn ôl',
      previous: 'Yn ôl',
      next: 'Nesaf',
      skip: 'Neidio i’r nesaf sydd heb ei sgorio',
      notSaved: (cause, message) => {
        const because = {
          gone: 'Nid yw eich atebion olaf wedi’u cadw eto, oherwydd bod y rhaglen wedi stopio. Maen nhw’n aros yma ac yn cael eu hanfon cyn gynted ag y bydd yn ôl. Gadewch y dudalen ar agor.',
          late: 'Mae cadw eich atebion olaf yn cymryd mwy o amser nag y dylai. Maen nhw’n aros yma nes iddynt gael eu cadw. Gadewch y dudalen ar agor.',
          full: 'Nid yw eich atebion olaf wedi’u cadw eto, oherwydd nad oes lle ar ôl ar y gliniadur hwn. Maen nhw’n aros yma ac yn cael eu cadw cyn gynted ag y bydd lle. Dywedwch wrth yr hwylusydd.',
          unwritable:
            'Nid yw eich atebion olaf wedi’u cadw eto, oherwydd na all y gliniadur hwn ysgrifennu ei ffeil ar hyn o bryd. Maen nhw’n aros yma a bydd y rhaglen yn ceisio eto. Dywedwch wrth yr hwylusydd.',
          fault:
            'Nid yw eich atebion olaf wedi’u cadw eto, oherwydd bod rhywbeth wedi mynd o’i le yn y rhaglen. Maen nhw’n aros yma a bydd y rhaglen yn ceisio eto. Dywedwch wrth yr hwylusydd.',
          stranger:
            'Nid yw eich atebion olaf wedi’u cadw eto, oherwydd bod gan y rhaglen gyfeiriad newydd ac nad yw’n adnabod y dudalen hon. Maen nhw’n aros yma. Gadewch y dudalen ar agor a dywedwch wrth yr hwylusydd.',
          refused: `Ni chymerwyd eich ateb olaf, ond mae’n aros yma. ${message} Dywedwch wrth yr hwylusydd.`,
        }
        return because[cause]
      },
    },
    facts: {
      labels: {
        code: 'Cod',
        title: 'Teitl',
        section: 'Adran',
        outcome: 'Canlyniad disgwyliedig',
        definition: 'Sut mae’n cael ei gyfrif',
        dataType: 'Math o ddata',
        status: 'Statws',
        source: 'Ffynhonnell',
        unit: 'Uned',
        population: 'Poblogaeth',
        easyRead: 'Geiriau plaen',
        rationale: 'Pam mae yma',
        notes: 'Nodiadau',
      },
      dataTypes: {
        'cross-sectional':
          'Cyfrif o sut mae pethau ar un adeg, fel ar un diwrnod neu mewn un flwyddyn.',
        longitudinal: 'Yn dilyn yr un plant dros amser, i weld beth sy’n newid iddyn nhw.',
        proxy: 'Yn cymryd lle rhywbeth na ellir ei gyfrif ei hun.',
        'user feedback': 'Yr hyn y mae plant, teuluoedd neu staff yn ei ddweud pan ofynnir iddynt.',
      },
      statuses: {
        existing: 'Mae hyn eisoes yn cael ei gasglu heddiw.',
        new: 'Nid oes neb yn casglu hyn eto; byddai’n rhaid dechrau.',
      },
    },
    comments: {
      usefulness: 'Eich sylw ar ba mor ddefnyddiol ydyw',
      usability: 'Eich sylw ar ba mor hawdd yw ei gasglu a’i ddefnyddio',
      noRoom: 'Nid oes mwy o le: ni chedwir dim ar ôl y pwynt hwn.',
      roomLeft: left => `${left} nod ar ôl`,
      missing: 'Mae rhywbeth ar goll',
      isMissing: 'A oes rhywbeth ar goll?',
      missingHint:
        'Os oes rhywbeth arall y dylem ei wybod am blant a theuluoedd, ysgrifennwch ef yma. Gallwch hefyd adael hwn yn wag.',
      better: 'Awgrymu geiriau gwell',
      howSay: 'Sut fyddech chi’n ei ddweud?',
    },
    readAloud: {
      start: 'Darllen yn uchel',
      stop: 'Stopio darllen',
      noVoice: 'Dim llais i ddarllen yn uchel',
      addVoice: 'Nid oes gan y gliniadur hwn lais Cymraeg. Gofynnwch i’r hwylusydd ychwanegu un.',
    },
    settings: {
      title: 'Bysellau a gosodiadau',
      goesOn: 'Mynd ymlaen ar ei ben ei hun ar ôl y ddau ateb',
      usesKeys: 'Bysellau unigol yn gweithio ym mhobman',
      seesSection: 'Adran gyfan ar unwaith, fel rhestr',
      readsAloud: 'Darllen pob cwestiwn yn uchel',
      keys: 'Bysellau',
      look: 'Edrych ar y lefelau heb ateb',
      proceed: 'Mynd ymlaen o ateb',
    },
    keys: {
      level: 'Ateb, a mynd ymlaen',
      'dont-know': 'Ateb “Dydw i ddim yn gwybod”',
      'not-applicable': 'Ateb “Ddim yn berthnasol”',
      comment: 'Ysgrifennu sylw',
      next: 'Mynd i’r nesaf',
      previous: 'Mynd i’r un blaenorol',
      undo: 'Tynnu’r ateb olaf yn ôl, ble bynnag yr oedd',
      read: 'Darllen yn uchel, neu stopio',
      help: 'Dangos y bysellau hyn',
    },
    keyNames: {
      '1-9': '1 i 9',
      '0': '0 am 10',
      PageDown: 'Page down',
      PageUp: 'Page up',
      ArrowLeft: 'Chwith',
      ArrowRight: 'De',
      ArrowUp: 'I fyny',
      ArrowDown: 'I lawr',
      Enter: 'Enter',
      Escape: 'Esc',
    },
    list: {
      section: (place, count) => `Adran ${place} o ${count}`,
      alone: 'Ar ei ben ei hun',
      answers: 'Atebion',
      both: 'Y ddau',
      legend: { dont_know: '? = Dydw i ddim yn gwybod', not_applicable: '– = Ddim yn berthnasol' },
    },
    overview: {
      answered: 'Sgoriwyd',
      partly: 'Hanner sgoriwyd',
      open: 'Ddim eto',
      toFirstOpen: 'Mynd i’r cyntaf sydd heb ei sgorio',
      ratedOf: (rated, count) => `${rated} o ${count}`,
    },
    own: {
      title: 'Eich atebion',
      usefulness: 'Defnyddiol?',
      usability: 'Hawdd ei ddefnyddio?',
      notAnswered: 'Heb ei ateb',
      change: 'Newid',
      print: 'Argraffu fy atebion',
      printHint:
        'Mae ffeil a gadwch yn lle hynny yn aros ar y gliniadur hwn, lle gall eraill ei gweld.',
      terms: SHEETS.sheet.terms,
      answersOf: (name, group, round) => `Atebion ${name}, ${group}, rownd ${round}`,
    },
    end: {
      windowTitle: 'Crynodeb',
      rated: (rated, halves, total) => {
        if (rated === total) return `Rydych wedi sgorio pob un o’r ${total}`
        return rated === 0 && halves > 0
          ? `Rydych wedi hanner sgorio ${halves} o ${total}`
          : `Rydych wedi sgorio ${rated} o ${total}`
      },
      halves: halves => `O ${halves} arall, rydych wedi ateb un o’r ddau gwestiwn.`,
      nothingKept:
        'Nid ydych wedi ateb dim eto. Os trosglwyddwch y gliniadur nawr, ni chedwir dim, a bydd eich cod a’ch geiriau yn stopio gweithio.',
      allDone: next =>
        `Gallwch edrych yn ôl a newid unrhyw ateb cyn i chi ${next === null ? 'drosglwyddo’r gliniadur' : `fynd ymlaen i rownd ${next}`}.`,
      open: open =>
        `${open === 1 ? 'Mae un ar agor o hyd. Edrychwch arno,' : `Mae ${open} ar agor o hyd. Edrychwch arnynt,`} neu drosglwyddwch y gliniadur a mynd ymlaen wedyn. Gallwch hepgor unrhyw rai.`,
      leavesOut: open =>
        `Rwyf wedi gorffen. Peidiwch â gofyn i mi eto am ${open === 1 ? 'yr un sydd ar agor' : `y ${open} sydd ar agor`}.`,
      lookAt: open => `Edrych ar ${open === 1 ? 'yr un agored' : 'y rhai agored'}`,
      finishing: 'Yn cadw eich atebion olaf…',
      finish: next =>
        next === null
          ? 'Gorffen a throsglwyddo’r gliniadur'
          : `Gorffen a mynd ymlaen i rownd ${next}`,
    },
  },
}
