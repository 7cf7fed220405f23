import { type RatingKeyId, TENTH_LEVEL_KEY } from '../commands.ts'
import { ANSWER_LABELS } from '../messages/exports.ts'
import { DATA_TYPE_MEANINGS, STATUS_MEANINGS } from '../messages/framework.ts'
import { HOW_TO_RATE } from '../messages/help/participant.ts'
import { LABELS_WHEN_RATING } from '../messages/indicator-fields.ts'
import { notSavedWords } from '../messages/line.ts'
import { SHEET_WORDS } from '../messages/paper.ts'
import { APPEARANCE_NAMES } from '../messages/program/appearance.ts'
import { minutesOf, plainLevel, WORDING_CHOICES, WORDS_AROUND } from '../messages/wordings.ts'
import { SCALE_LABELS } from '../model/scale.ts'

/**
 * Everything that a person who rates reads and hears. Other languages say the same under the same names; numbers come
 * as numbers, so that a language can count in its own way.
 */
export const ENGLISH = {
  controls: {
    language: 'Language',
    menu: 'Menu',
    close: 'Close',
    cancel: 'Cancel',
    back: 'Back',
    goOn: 'Go on',
    tryAgain: 'Try again',
    retry: 'Retry',
    saving: 'Saving',
    saved: 'Saved',
    notSaved: 'Not saved',
    reading: (what: string): string => `Reading ${what}`,
    unreadable: (what: string): string => `This could not be read: ${what}`,
    didNotWork: 'That did not work',
    facilitator: 'Facilitator',
    practice: 'Practice: these answers do not count.',
  },
  appearance: { name: 'Appearance', ...APPEARANCE_NAMES },
  things: { questions: 'the questions', workshop: 'the workshop' },
  join: {
    hello: 'Hello',
    takesTime: (minutes: number): string =>
      `It takes most people ${minutes === 1 ? 'about 1 minute' : `up to ${minutes} minutes`}. You can stop at any time. If you do not want to take part, give the laptop back: nothing is kept about you.`,
    whichGroup: 'Which group are you in?',
    agree: 'I agree to take part',
    goOn: 'Continue',
    wasHere: 'I was here before',
    yourGroup: 'Your group:',
    changeGroup: 'Change group',
    changeYourGroup: 'Change your group',
    isMyGroup: 'This is my group',
  },
  /** The groups that every workshop is offered; others are called as the facilitator calls them. */
  groups: {
    ADCS: 'ADCS',
    'Performance and improvement leads': 'Performance and improvement leads',
    DfE: 'DfE',
    Ofsted: 'Ofsted',
    'Young people': 'Young people',
    'Parents and carers': 'Parents and carers',
    Other: 'Other',
  },
  comeBack: {
    title: 'Welcome back',
    code: 'Your code',
    codeHint: 'It was at the top of the screen while you rated, such as KUB-07.',
    wordsHint: 'If you do not have them, the facilitator can let you in.',
    isNew: 'I am new here',
    noWords: 'I do not have my words',
  },
  fourWords: {
    title: 'Your four words',
    keep: 'Write them down with your code, or take a photo. With both you can come back and go on, or have your answers deleted. Nobody can look up these words later. If you lose them, ask the facilitator for new ones.',
  },
  welcome: {
    code: (name: string): string => `Your code is ${name}`,
    windowTitle: 'Before you start',
    ledOn: (ended: number, round: number): string =>
      `Thank you, round ${ended} is done and saved. Now comes round ${round}.`,
    savedUnder: (name: string): string =>
      `Your answers are saved on this laptop under the code ${name}, not your name.`,
    noWrongAnswers: 'There are no wrong answers. You can skip anything.',
    canChange: 'You can change any answer until you hand over.',
    start: 'Start',
    goBack: 'Go back',
    notNow: 'Not now',
  },
  cover: {
    title: 'This screen is covered',
    why: 'Someone took a break, or nobody touched the laptop for a while. All answers are kept.',
    wasRating: 'I was rating',
    firstWord: 'The first of your four words',
    firstWordHint: 'If you do not have your words, ask the facilitator.',
    staysCovered: 'It stays covered',
    stillThere: 'Still there?',
    amHere: 'I’m still here',
    coversItself: (seconds: number): string =>
      `If nobody touches the laptop, this screen covers itself in ${seconds} seconds. What you answered is kept.`,
  },
  pause: {
    title: 'Take a break?',
    what: 'The screen is covered until you come back, and nobody sees your answers. All of them are kept. To go on, type the first of your four words.',
    goOnRating: 'Go on rating',
    cover: 'Cover the screen',
  },
  handOver: {
    ratedAll: 'You have rated everything',
    ratedAllThanks: 'Thank you. There is nothing more for you to do now.',
    closed: 'Nothing can be rated right now',
    closedWhy: 'The facilitator has closed this round. Please give the laptop back to them.',
    thanks: 'Thank you',
    toNext: 'Please hand the laptop to the next person.',
    isSaved: 'Whatever you answered is saved, and the next person cannot see it.',
    amNext: 'I’m the next person',
  },
  /** The card on how to rate; words between asterisks are those of a control. */
  help: HOW_TO_RATE,
  wordings: WORDING_CHOICES,
  around: WORDS_AROUND,
  scales: SCALE_LABELS,
  /** A level in plain words and easy read. */
  plainLevel,
  answers: ANSWER_LABELS,
  rating: {
    place: (thing: string, place: number, count: number): string => `${thing} ${place} of ${count}`,
    words: 'Words',
    noPlainWords: 'There are no plain words for this one yet.',
    inEnglishOnly: 'These words are in English only.',
    factsAreHard: 'Some of this is in harder words. You do not need it.',
    changedHow: 'You can go on from here. Everything that you have answered is kept.',
    levels: 'Levels',
    others: 'Or, if no level fits',
    levelOf: (level: string, count: number, label: string): string =>
      `${level} of ${count}, ${label}`,
    keys: (levels: number): string =>
      `1 to ${levels > 9 ? `9 or ${TENTH_LEVEL_KEY}` : levels} answers, arrow keys look, ? shows all keys`,
    addComment: 'Add a comment',
    takeBack: 'Take back my answer',
    rated: 'Rated',
    minutesLeft: (minutes: number): string => `about ${minutesOf(minutes)} left`,
    pause: 'Pause',
    finish: 'Finish',
    undo: 'Take back my last answer',
    previous: 'Previous',
    next: 'Next',
    skip: 'Skip to the next one not rated',
    /** The reason why answers are not saved; `message` says in English why one was refused. */
    notSaved: notSavedWords,
  },
  facts: { labels: LABELS_WHEN_RATING, dataTypes: DATA_TYPE_MEANINGS, statuses: STATUS_MEANINGS },
  comments: {
    usefulness: 'Your comment on how useful it is',
    usability: 'Your comment on how easy it is to collect and use',
    noRoom: 'There is no more room: nothing after this point is kept.',
    roomLeft: (left: number): string =>
      left === 1 ? '1 character left' : `${left} characters left`,
    missing: 'Something is missing',
    isMissing: 'Is something missing?',
    missingHint:
      'If there is something else that we should know about children and families, write it here. You can also leave this empty.',
    better: 'Suggest better words',
    howSay: 'How would you say it?',
  },
  readAloud: {
    start: 'Read aloud',
    stop: 'Stop reading',
    noVoice: 'No voice to read aloud',
    addVoice: 'This laptop has no voice of its own for English. Ask the facilitator to add one.',
  },
  settings: {
    title: 'Keys and settings',
    goesOn: 'Go on by itself after both answers',
    usesKeys: 'Single keys work everywhere',
    seesSection: 'A whole section at once, as a list',
    readsAloud: 'Read each question aloud',
    keys: 'Keys',
    look: 'Look at the levels without answering',
    proceed: 'Go on from an answer',
  },
  /** The effect of each key. */
  keys: {
    level: 'Answer, and go on',
    'dont-know': 'Answer “I don’t know”',
    'not-applicable': 'Answer “Doesn’t apply”',
    comment: 'Write a comment',
    next: 'Go to the next one',
    previous: 'Go to the one before',
    undo: 'Take back the last answer, wherever it was',
    read: 'Read aloud, or stop',
    help: 'Show these keys',
  } satisfies Readonly<Record<RatingKeyId, string>>,
  /** The names of keys that a browser calls otherwise than people do. */
  keyNames: {
    '1-9': '1 to 9',
    '0': '0 for 10',
    PageDown: 'Page down',
    PageUp: 'Page up',
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    Enter: 'Enter',
    Escape: 'Esc',
  },
  list: {
    section: (place: number, count: number): string => `Section ${place} of ${count}`,
    alone: 'On its own',
    answers: 'Answers',
    both: 'Both',
    legend: SHEET_WORDS.legend,
  },
  overview: {
    answered: 'Rated',
    partly: 'Half rated',
    open: 'Not yet',
    toFirstOpen: 'Go to the first one not rated',
    ratedOf: (rated: number, count: number): string => `${rated} of ${count}`,
  },
  own: {
    title: 'Your answers',
    usefulness: 'Useful?',
    usability: 'Easy to use?',
    notAnswered: 'Not answered',
    change: 'Change',
    print: 'Print my answers',
    printHint: 'A file that you save instead stays on this laptop, where others may see it.',
    terms: SHEET_WORDS.terms,
    answersOf: (name: string, group: string, round: number): string =>
      `Answers of ${name}, ${group}, round ${round}`,
  },
  end: {
    windowTitle: 'Summary',
    rated: (rated: number, halves: number, total: number): string => {
      if (rated === total) return `You rated all ${total}`
      return rated === 0 && halves > 0
        ? `You half rated ${halves} of ${total}`
        : `You rated ${rated} of ${total}`
    },
    halves: (halves: number): string =>
      `Of ${halves === 1 ? 'one' : halves} more you answered one of the two questions.`,
    nothingKept:
      'You have not answered anything yet. If you hand over now, nothing is kept, and your code and words stop working.',
    /** Everything is rated; `next` is the round that follows, or null. */
    allDone: (next: number | null): string =>
      `You can still look back and change any answer before you ${next === null ? 'hand over' : `go on to round ${next}`}.`,
    open: (open: number): string =>
      `${open === 1 ? 'One is still open. Look at it,' : `${open} are still open. Look at them,`} or hand over and go on later. You may leave out any that you like.`,
    leavesOut: (open: number): string =>
      `I am done. Please do not ask me again about ${open === 1 ? 'the one that is open' : `the ${open} that are open`}.`,
    lookAt: (open: number): string => `Look at the ${open === 1 ? 'open one' : 'open ones'}`,
    finishing: 'Saving your last answers…',
    finish: (next: number | null): string =>
      next === null ? 'Finish and hand over' : `Finish and go on to round ${next}`,
  },
} as const

/** The same in any language: each text, and each sentence that is made from numbers or names. */
export type Said<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Part in keyof Text]: Said<Text[Part]> }

/** Everything that a person who rates reads and hears, in one language. What one lacks does not compile. */
export type Words = Said<typeof ENGLISH>
