import type { ErrorCode, ErrorData } from '../contract/errors.ts'
import { RULE_NAMES } from '../model/rules.ts'
import { refusalMessage } from './check.ts'
import { handsRefusalMessage, ratingsRefusalMessage } from './data-entry/problems.ts'
import { glossaryRefusalMessage } from './glossary/glossary.ts'

/** The sentence for each error: what happened and what to do, in one or two plain sentences. */
type Words = { readonly [Code in ErrorCode]: (data: ErrorData<Code>) => string }

const words: Words = {
  UNKNOWN_WORKBOOK: () =>
    'This workbook is no longer in the library. Go back to the library and open it again.',
  WORKBOOK_EXISTS: ({ file }) =>
    `There is already a file called ${file}. Choose another name, or move that file away first.`,
  NO_SUCH_FILE: ({ file }) => `There is no file ${file}. Check its name and folder.`,
  FILE_IN_USE: ({ file }) =>
    `Another program has ${file} open, such as Excel, a virus scanner or one that synchronises ` +
    'folders. Close it there, or wait a minute, and try again.',
  FILE_NOT_ALLOWED: ({ file }) =>
    `You may not read or write ${file} where it is. Choose another folder, or ask whoever looks after ` +
    'this laptop.',
  DISK_GONE: ({ file }) =>
    `The disk, stick or share of ${file} does not answer, as when it was pulled out or its network is gone. ` +
    'Put it in again, or choose another place, and try again.',
  CANNOT_READ_FILE: ({ file, detail }) =>
    `${file} could not be read (${detail}). Check that it is a file and that you may open it.`,
  NOT_A_WORKBOOK: ({ file }) =>
    `${file} is not a Framework Workbook file. It was left as it is; choose another file.`,
  WORKBOOK_MOVED: ({ file, rescued }) =>
    `${file} was moved, deleted or replaced while it was open, so nothing more is saved into it. ` +
    (rescued === null
      ? 'Leave the program open and put the file back in its place, or ask whoever looks after this laptop.'
      : `Everything said up to now is kept in ${rescued}. Ask the facilitator to bring it back on the page ` +
        'of workbooks.'),
  DAMAGED_WORKBOOK: ({ file, detail }) =>
    `${file} is damaged (${detail}). It was left as it is. Recover it on the page of workbooks, or with ` +
    'workbook recover.',
  NO_BACKUP: ({ file }) =>
    `There is no whole backup of ${file}. It was left as it is; keep it, and bring in the packages that were ` +
    'made of it, or a copy from another place.',
  DAMAGED_BACKUP: ({ file }) =>
    `The backup ${file} is damaged, so nothing can be erased from it, and nothing was erased elsewhere. ` +
    'The workbook does not need it: delete that file, and try again.',
  NEWER_WORKBOOK: ({ file, version, supported }) =>
    `${file} was made by a newer Framework Workbook (format ${version}; this one reads up to ` +
    `${supported}). It was left as it is; install the newer program to open it.`,
  FRAMEWORK_REFUSED: ({ file, refused }) => refusalMessage(file, refused),
  GLOSSARY_REFUSED: ({ file, refused }) => glossaryRefusalMessage(file, refused),
  FRAMEWORK_HAS_ERRORS: ({ file, errors }) =>
    `${file} has ${errors === 1 ? 'one problem' : `${errors} problems`} that must be put right ` +
    'before it can be loaded. Nothing was stored.',
  UNKNOWN_FRAMEWORK: ({ framework }) =>
    `There is no framework version ${framework} in this workbook. Choose one from its list of versions.`,
  FRAMEWORK_UNSETTLED: ({ file, questions }) =>
    `${file} has ${questions === 1 ? 'one indicator that' : `${questions} indicators that`} may be ` +
    'known already. Say of each whether it is the same, new, or part of another. Nothing was stored.',
  SEVERAL_FRAMEWORKS: ({ frameworks }) =>
    `The packages bring ${frameworks.length} versions of the framework: ` +
    `${frameworks.map(hash => hash.slice(0, 12)).join(', ')}. Name the one that you want.`,
  FRAMEWORK_MOVED_ON: () =>
    'The framework was changed meanwhile. Nothing was stored; look at the difference once more.',
  INDICATOR_CODE_TAKEN: ({ code }) =>
    `There is already an indicator ${code} in this framework. Choose another code.`,
  LAST_INDICATOR: ({ code }) =>
    `${code} is the only indicator of this framework. Add another one before you retire it.`,
  UNKNOWN_WORKSHOP: ({ workshop }) =>
    `There is no workshop ${workshop} in this workbook. Choose one from its list of workshops.`,
  UNKNOWN_PARTICIPANT: ({ participant }) =>
    `There is no participant ${participant} in this workbook. Choose one from the workshop's list.`,
  UNKNOWN_GROUP: ({ group, groups }) =>
    `There is no group called ${group} here. The groups are ${groups.join(', ')}.`,
  UNKNOWN_INDICATOR: ({ indicator }) =>
    `There is no indicator ${indicator} in this framework. Check its code.`,
  UNKNOWN_ROUND: ({ round }) =>
    `Round ${round} has not been opened in this workshop. Look at its list of rounds once more.`,
  ROUND_CLOSED: ({ round }) =>
    `Round ${round} is closed, so this was not saved. Ask the facilitator to open it again.`,
  WORKSHOP_BEGUN: ({ workshop }) =>
    `Somebody has answered in ${workshop}, so what it asks and in which order stays as it is. Where the answers were ` +
    'a try, mark who gave them as a test; to ask for less, open a further round.',
  ROUND_UNDER_WAY: ({ round }) =>
    `Round ${round} is being rated, so nobody’s answers are given out yet. Close the round first, or choose to ` +
    'look at the answers so far.',
  PARTICIPANT_CODE_TAKEN: ({ code }) =>
    `There is already a participant ${code} in this workshop. Choose another code.`,
  TURN_OVER: () =>
    'These answers are closed: the laptop was handed over, or the program was started again. Everything ' +
    'that was saved is kept. To go on, ask the facilitator to open them.',
  LEVEL_OFF_SCALE: ({ level, lowest, highest }) =>
    `${level} is not a level of this scale. Choose a level from ${lowest} to ${highest}.`,
  RULE_OFF_SCALE: ({ rule, levels, scales }) =>
    `The rule ${rule} is for scales of ${scales.join(', ')} levels, and this workbook has ${levels}. ` +
    'Choose another rule.',
  SCALE_IN_USE: ({ ratings }) =>
    `There ${ratings === 1 ? 'is one rating' : `are ${ratings} ratings`} on the present scale, and ` +
    'answers are never converted. Make a new workbook for another scale.',
  RULE_NAME_TAKEN: ({ rule }) =>
    `There is already a rule called ${rule}. Choose another name, or change that rule instead.`,
  UNKNOWN_RULE: ({ rule }) =>
    `There is no rule ${rule} in this workbook. Choose ${RULE_NAMES.join(', ')}, or one of its own.`,
  UNKNOWN_RATING: ({ rating }) =>
    `There is no rating ${rating} in this workbook any more. Open the comments again.`,
  NO_SUCH_NOTE: () =>
    'This note is not in the diary any more, or it was written anew elsewhere. Look at the diary once more.',
  NO_SUCH_CONFLICT: () =>
    'This was settled or changed meanwhile. Look at the list of conflicts once more.',
  NOT_LINKED: () =>
    'These two are not linked any more. Look at the list of participants once more.',
  CONFIRMATION_DIFFERS: () =>
    'What was typed is neither the name of this participant nor their four words. Nothing was deleted; type one of them as it stands.',
  RECORD_ID_REUSED: ({ id }) =>
    `A different record with the id ${id} is already here. Nothing was changed; rate it once more.`,
  RATINGS_FILE_REFUSED: ({ file, refused }) => ratingsRefusalMessage(file, refused),
  HANDS_FILE_REFUSED: ({ file, refused }) => handsRefusalMessage(file, refused),
  RATINGS_REFUSED: ({ file, problems }) => {
    const rows = new Set(problems.map(({ row }) => row)).size
    return (
      `${file} has ${rows === 1 ? 'one row that does' : `${rows} rows that do`} not fit. ` +
      'Nothing of the file was stored; put it right and try again.'
    )
  },
  UNKNOWN_SHEET: ({ sheet }) =>
    `There is no sheet ${sheet} in this workshop on this laptop. Sheets are keyed in on the laptop that printed ` +
    'them; check the number at the top of the page.',
  SHEET_OF_ANOTHER_WORKBOOK: () =>
    'This sheet was printed from another workbook. Open that one, and scan the sheet again.',
  SHEET_WITHDRAWN: ({ sheet }) =>
    `The person of sheet ${sheet} has withdrawn, so nothing of it is kept. Give the paper back or destroy it.`,
  SHEET_CHECKED: ({ sheet }) =>
    `Sheet ${sheet} was keyed in and checked, so it stays as it is. Print another sheet for the person if the ` +
    'answers are to change.',
  SHEET_NOT_READ: ({ sheet }) =>
    `Nothing of sheet ${sheet} was keyed in yet. Key in what is crossed on it first.`,
  SHEETS_DIFFER: ({ differences }) =>
    `The two readings still differ in ${differences === 1 ? 'one line' : `${differences} lines`}. Look at the ` +
    'paper and settle each.',
  CHECKED_BY_THE_SAME: ({ by }) =>
    `${by} keyed this sheet in, so somebody else has to check it. Ask a second person, and type their initials.`,
  EMPTY_SHEET: () =>
    'None of the chosen sections has an indicator that this round asks for. Choose other sections.',
  HANDS_OVER_ROOM: ({ code, hands, present }) =>
    `${hands} hands were counted for ${code}, and only ${present === 1 ? 'one person was' : `${present} people were`} ` +
    'in the room. Count them again, or put the number of people right.',
  HANDS_OFF_SCALE: ({ counts, levels }) =>
    `There are ${counts} counts, and this study has ${levels} levels. Give one count for each level.`,
  NOT_A_PUBLIC_KEY: () =>
    'This is not a public key. It begins with age1 and has 62 letters and figures; copy all of it.',
  NOT_A_KEY_FILE: ({ file }) =>
    `${file} holds no private key. Choose the file that the research team made with the program.`,
  PACKAGES_REFUSED: ({ packages }) => {
    const [first] = packages
    if (packages.length === 1 && first) return `${first.file}: ${first.message}`
    return `None of the ${packages.length} packages could be brought in. Nothing was stored.`
  },
  STUDY_ALREADY_HERE: ({ title }) =>
    `The library already has a workbook of this study, “${title}”. Open it and bring the package into it.`,
  MERGE_EXPIRED: () =>
    'These packages are no longer to hand. Choose them once more; nothing was stored.',
  UNKNOWN_RECEIPT: ({ receipt }) =>
    `There is no receipt ${receipt} in this workbook. Choose one from its list of receipts.`,
  FILE_PERMIT_EXPIRED: () => 'That file is no longer to hand. Choose it once more.',
  RELEASE_IS_WHOLE: ({ release, choice }) =>
    `Tables and rows are of the whole workbook: a part of it (${choice}) beside the whole would tell of the rest. ` +
    `Leave that choice out of the ${release}, or make a file for research.`,
  RULE_NOT_RELEASED: ({ rule }) =>
    `The rule ${rule} asks each group or counts who does not know, which this release leaves out where it is of few ` +
    'people. Choose a rule that asks everyone together and counts levels alone.',
  RELEASED_BEFORE: ({ since }) =>
    `A file was given out on ${since.slice(0, 10)}. Since then the answers of only a few people have changed, and the ` +
    'two files side by side would tell what they said. Give that file out again, or wait until more people ' +
    'have answered.',
  RELEASED_BY_GROUP: ({ since }) =>
    `Tables by group were given out on ${since.slice(0, 10)}. Rows of single people beside them would tell who is in ` +
    'which group, so this workbook releases no rows. Release tables instead.',
  TOO_FEW_FOR_ROWS: ({ under }) =>
    `Fewer than ${under} people were asked the same, so every row could be told whose it is. Release tables instead.`,
  TOO_FEW_FOR_FEEDBACK: ({ answered, under }) =>
    `${answered === 1 ? 'One person has' : `${answered} people have`} answered in this round. With fewer than ${under}, ` +
    'everybody could tell who said what, so no pages were written. Choose more workshops, or wait for more answers.',
  NOT_IN_LANGUAGE: ({ format, language }) =>
    `Only files for people can be in ${language}. What programs read (.${format}) is in English: leave the language out, ` +
    'or choose another kind of file.',
  CANNOT_DRAW_PDF: ({ file }) =>
    `${file} was not written, as its pages could not be drawn. Quit the program, start it again and ` +
    'try once more; or save the report as .html, which any browser can print to PDF.',
  CANNOT_WRITE_FILE: ({ file, detail }) =>
    `${file} could not be written (${detail}). Choose another folder or another name.`,
  DISK_FULL: ({ file }) =>
    `The disk is full, so ${file} could not be written. Everything saved before is safe; make some ` +
    'room there, or on the disk of temporary files if that is another, and try again.',
  LOCKED: () =>
    'This laptop is with the people in the room just now, so only rating is open. The facilitator can ' +
    'unlock it with the PIN.',
  WRONG_PIN: ({ waitSeconds }) =>
    waitSeconds === 0
      ? 'That is not the PIN. Try again, or use the words that were written down when it was set.'
      : `That is not the PIN. The next try can be made in ${waitWords(waitSeconds)}, or use the words ` +
        'that were written down when it was set.',
  PIN_MUST_WAIT: ({ waitSeconds }) =>
    `There were too many wrong tries. The next one can be made in ${waitWords(waitSeconds)}; the words ` +
    'that were written down when the PIN was set open it at once.',
  WRONG_WORDS: () =>
    'These are not the words that were shown when the PIN was set. Check each of them, or use the PIN.',
  PIN_ALREADY_SET: () =>
    'This laptop has a PIN already. To have another, change it on the page of the facilitator’s PIN.',
  PIN_UNDECIDED: () =>
    'This laptop has no PIN yet. Set one, or say that you go without, and start again.',
  NOT_IN_ROOM: () =>
    'This laptop is with the facilitator just now. They can start the next person from the workshop’s page.',
  SOMEBODY_IS_RATING: () =>
    'Somebody is rating on this laptop just now. Go on when they have finished.',
  WORD_DIFFERS: ({ triesLeft }) =>
    triesLeft === 0
      ? 'That is not the word. Please ask the facilitator to go on; what was answered is kept.'
      : 'That is not the word. Try again, or ask the facilitator; what was answered is kept.',
  NOT_AGREED: () =>
    'You can rate once you have read about the study and agreed to take part. Load the page again, and read it there.',
  NOT_RECOGNISED: () =>
    'Nobody here has this code and these words. Check how they are spelled, or ask the facilitator.',
}

/** A wait as people say it: in seconds up to a minute and a half, then in whole minutes. */
const waitWords = (seconds: number): string =>
  seconds <= 90
    ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
    : `${Math.ceil(seconds / 60)} minutes`

/** The words for one error of the contract. */
export function wordsFor<Code extends ErrorCode>(code: Code, data: ErrorData<Code>): string {
  return words[code](data)
}
