import { ROW_COUNTS } from '../model/exports.ts'
import type { Answer } from '../model/rating.ts'
import {
  DISAGREEMENT_KINDS,
  ENOUGH_ANSWERS,
  type IndicatorResult,
  PRIORITIES,
} from '../model/results.ts'
import { VERDICTS } from '../model/rules.ts'
import type { Scale } from '../model/scale.ts'
import type { Criterion } from '../model/vocabulary.ts'

/** The codebook's entry for a column: its meaning, its values, and its unit. */
export interface ColumnWords {
  readonly meaning: string
  readonly values: string
  readonly unit: string
}

const TEXT = 'text'
export const COUNT = 'whole number, 0 or more'
export const FIGURE = 'number; empty where it cannot be computed'

/** The words of one column. */
export const words = (meaning: string, values: string = TEXT, unit = ''): ColumnWords => ({
  meaning,
  values,
  unit,
})

/** The words for the standing of an indicator in the framework. */
export const RETIRED_WORDS = ['yes', 'no', 'other version'] as const
export type RetiredWord = (typeof RETIRED_WORDS)[number]

/** The word for the standing of an indicator: retired, in use, or of a version that is not in use. */
export function retiredWord({
  retired,
  otherVersion,
}: Pick<IndicatorResult, 'retired' | 'otherVersion'>): RetiredWord {
  if (retired) return 'yes'
  return otherVersion ? 'other version' : 'no'
}

const RETIRED = words(
  'Whether it is no longer in the framework, or only in a version that is not in use; it is listed because it was rated.',
  RETIRED_WORDS.join(', '),
)

/** The columns that say which indicator a row of results is about. */
export const RESULT_PLACE_WORDS = {
  code: words('Code of the indicator in the framework.'),
  section: words('Section of the framework, the outermost first.', 'titles parted by " > "'),
  outcome: words('Expected outcome that the indicator is evidence for.'),
  indicator: words('Title of the indicator.'),
  retired: RETIRED,
  criterion: words('What the indicator was rated for.', 'usefulness, usability'),
  group: words('Stakeholder group of the participants counted in this row.'),
  round: words('Round of rating that this row is of.', '1 to 99'),
} as const

/** The columns of figures. */
export const FIGURE_WORDS = {
  participants: words('Participants whom the round asked anything.', COUNT, 'people'),
  asked: words(
    'Participants whom the round asked for this indicator; everyone who answered is one of them.',
    COUNT,
    'people',
  ),
  n: words(
    'Participants who chose a level; every figure of the row rests on them.',
    COUNT,
    'people',
  ),
  by_hands: words('How many of n were counted by show of hands.', COUNT, 'people'),
  dont_know: words('Participants who answered "don’t know".', COUNT, 'people'),
  not_applicable: words('Participants who answered "not applicable".', COUNT, 'people'),
  missing: words(
    'Participants who were asked and gave no answer; never counted as 0.',
    COUNT,
    'people',
  ),
  mean: words('Arithmetic mean of the levels chosen.', FIGURE, 'level'),
  sd: words('Standard deviation of the sample, with n - 1.', FIGURE, 'level'),
  median: words('Middle of the levels chosen; Read me names the definition.', FIGURE, 'level'),
  q1: words('First quartile; Read me names the definition.', FIGURE, 'level'),
  q3: words('Third quartile; Read me names the definition.', FIGURE, 'level'),
  p30: words('30th percentile; Read me names the definition.', FIGURE, 'level'),
  p70: words('70th percentile; Read me names the definition.', FIGURE, 'level'),
  iqr: words('Third quartile less first quartile.', FIGURE, 'level'),
  mean_absolute_deviation: words('Mean distance of the levels from the median.', FIGURE, 'level'),
  favourable: words('Share of n in the two highest levels.', FIGURE, 'share, 0 to 1'),
  unfavourable: words('Share of n in the two lowest levels.', FIGURE, 'share, 0 to 1'),
  ipras: words(
    'Interpercentile range adjusted for symmetry (RAND/UCLA); on 1 to 9 scales only.',
    FIGURE,
    'level',
  ),
  agreement_a: words(
    'Van der Eijk’s agreement A: 1 is one voice, 0 an even spread, -1 two poles.',
    FIGURE,
    '-1 to 1',
  ),
  changes_to_flip: words(
    'The fewest people who would have to change their answer to change the verdict.',
    'whole number, 1 or more; empty where no answers could change it',
    'people',
  ),
  equal_groups: words('Groups that answered, for the equal_ columns.', COUNT, 'groups'),
  equal_mean: words('Mean of the groups’ means: each group counts the same.', FIGURE, 'level'),
  equal_sd: words(
    'Standard deviation where each group counts the same; empty for fewer than two answers.',
    FIGURE,
    'level',
  ),
  equal_median: words('Median where each group counts the same.', FIGURE, 'level'),
  equal_q1: words('First quartile where each group counts the same.', FIGURE, 'level'),
  equal_q3: words('Third quartile where each group counts the same.', FIGURE, 'level'),
  equal_iqr: words('equal_q3 - equal_q1.', FIGURE, 'levels'),
  equal_mean_absolute_deviation: words(
    'Mean distance from the median where each group counts the same.',
    FIGURE,
    'levels',
  ),
  equal_agreement_a: words('Agreement A where each group counts the same.', FIGURE, '-1 to 1'),
  equal_favourable: words('Mean of the groups’ favourable shares.', FIGURE, 'share, 0 to 1'),
  equal_unfavourable: words('Mean of the groups’ unfavourable shares.', FIGURE, 'share, 0 to 1'),
} as const

const VERDICT = words(
  'What the consensus rule says; Read me has the rule in words. None is no consensus, or no answers.',
  VERDICTS.join(', '),
)
const KIND = words(
  'How people differ; Read me says what each kind is. Empty for fewer than two answers.',
  DISAGREEMENT_KINDS.join(', '),
)

const DISAGREEMENT = words(
  'Whether people disagree in the sense of RAND/UCLA: p70 - p30 is more than ipras; on 1 to 9 scales only.',
  'yes, no, or empty',
)

const FEW_ANSWERS = words(
  `Whether fewer than ${ENOUGH_ANSWERS} people are behind the figures: one person then weighs heavily, ` +
    'and may be recognised. Where figures are left out, further groups are, so that none can be had ' +
    'by taking one figure from another.',
  'no, yes, left out',
)

/** The columns of what follows from the figures. */
export const JUDGEMENT_WORDS = {
  verdict: VERDICT,
  too_few: words(
    'Whether somebody answered, but too few for the rule to say anything; Read me has how many it asks for.',
    'yes, no',
  ),
  disagreement: DISAGREEMENT,
  kind_of_disagreement: KIND,
  few_answers: FEW_ANSWERS,
} as const

/** The columns of the sheet Summary; the figures are over everyone counted. */
export const SUMMARY_WORDS = {
  code: words('Code of the indicator in the framework.'),
  section: words('Section of the framework, the outermost first.', 'titles parted by " > "'),
  indicator: words('Title of the indicator.'),
  retired: RETIRED,
  data_type: words(
    'How it is measured.',
    'cross-sectional, longitudinal, proxy, user feedback, or empty',
  ),
  status: words('Whether it is collected today.', 'existing, new, or empty'),
  priority: words(
    'What to do with the indicator, by its two verdicts; Read me says what each means. Empty until ' +
      'both criteria have answers enough for the rule.',
    PRIORITIES.join(', '),
  ),
  between_rounds: words(
    'What became of the indicator between the rounds that were rated; empty where it stayed as it was.',
    'added, reworded, dropped or not asked again, with the round; parted by semicolons',
  ),
  other_words: words(
    'Answers with a level, to both criteria, that were given to other words than those here; the sheet Framework versions has all words.',
    'whole number, 0 or more; empty where it is of too few people, or not told',
    'answers',
  ),
  n: words('Participants who chose a level for this criterion.', COUNT, 'people'),
  few_answers: words(
    'Whether few people are behind the figures (yes), or too few for the rule to say anything.',
    'no, yes, too few, left out',
  ),
  median: words(
    'Middle of the levels chosen for this criterion; Read me names the definition.',
    FIGURE,
    'level',
  ),
  verdict: VERDICT,
  kind_of_disagreement: KIND,
  favourable: FIGURE_WORDS.favourable,
  changes_to_flip: FIGURE_WORDS.changes_to_flip,
} as const

/** The column that counts one level. */
export const levelWords = (level: number): ColumnWords =>
  words(`Participants who chose level ${level}.`, COUNT, 'people')

/** The columns of the ratings in long form. */
export const RATING_WORDS = {
  rating_id: words(
    'Identity of the record, the same in every copy; with pseudonyms, a number of this file alone.',
    'UUID, or pseudonym and number',
  ),
  workshop_id: words('Identity of the workshop; two workshops may have one title.', 'UUID'),
  workshop: words('Title of the workshop.'),
  workshop_date: words('Day of the workshop.', 'year-month-day', 'ISO 8601'),
  participant_id: words(
    'Identity of the participant, the same in every table and every copy; with pseudonyms, the pseudonym.',
    'UUID, or pseudonym',
  ),
  participant: words(
    'Code of the participant, with the laptop where another participant of the study has the same code; never a name.',
  ),
  group: words(
    'Stakeholder group of the participant; empty where Read me says that it is left out.',
  ),
  indicator: words('Code of the indicator.'),
  title: words('Title of the indicator in the framework version that was rated.'),
  criterion: words('What the indicator was rated for.', 'usefulness, usability'),
  round: words('Round of rating; before and after discussion are two rounds.', '1 to 99'),
  answer: words(
    'The answer. Empty is a comment without an answer, or an answer taken back: missing.',
    'a level, dont_know, not_applicable, or empty',
  ),
  level: words('The level chosen; empty for every other answer.', 'whole number', 'level'),
  label: words('What the answer was called on screen.'),
  comment: words('What the participant wrote, exactly as typed.'),
  tags: words('What a facilitator put on the comment.', 'words parted by semicolons'),
  recorded_at: words(
    'When it was recorded, by that laptop’s clock; empty with pseudonyms.',
    'date and time',
    'ISO 8601, UTC',
  ),
  device: words('Installation that recorded it; empty with pseudonyms.', 'UUID'),
  framework: words('Framework version that was rated.', 'SHA-256 of its content'),
  wording: words('Which wording the participant was shown.', 'title, plain, easy'),
  entry: words(
    'Given on screen, keyed in from a file, or from a sheet of paper; the last checked by a second person.',
    'screen, file, paper, paper_checked',
  ),
  keyed_by: words('Who keyed it in from paper; empty with pseudonyms.', 'name or initials'),
  checked_by: words('Who checked that by the sheet; empty with pseudonyms.', 'name or initials'),
  place_asked: words(
    'Place of the indicator in the order in which the person was asked; empty where that is not known, as on paper.',
    'whole number, 1 or more',
  ),
  counts: words(
    'How the row counts in the results of its round. One row for each person, indicator, criterion and round says ' +
      'yes. Conflict: the same person has another current answer. Test: of a test. Aside: only a framework version ' +
      'that was set aside has the indicator. No_answer: a comment alone, or an answer taken back. Other_wording: ' +
      'results of the other wording were chosen. Other_group: linked to a person of a group that was not chosen. ' +
      'What withdrawn people said is in no row.',
    ROW_COUNTS.join(', '),
  ),
  release: words('Who the file is for: its release.', 'research, tables, rows'),
  made_up: words(
    'Whether the ratings of this workbook were made up to try the program.',
    'yes, no',
  ),
} as const

/** The columns of what people suggest. */
export const SUGGESTION_WORDS = {
  kind: words(
    'A better wording for an indicator, or something that is missing.',
    'wording, missing',
  ),
  indicator: words('Code of the indicator to be worded better; empty for what is missing.'),
  title: words('Title of that indicator.'),
  suggestion: words('What the participant suggests, exactly as typed.'),
  round: RATING_WORDS.round,
  group: RATING_WORDS.group,
  workshop: RATING_WORDS.workshop,
  participant: RATING_WORDS.participant,
  participant_id: RATING_WORDS.participant_id,
} as const

/** The fields that only tables for programs have. */
export const TABLE_WORDS = {
  venue: words('Where the workshop took place.'),
  facilitators: words(
    'Who facilitated each round, as noted; empty where nobody noted it, and where participants have pseudonyms.',
  ),
  position: words(
    'Place in the framework in use; empty for an indicator of an earlier version.',
    'whole number, 1 or more',
  ),
  version: words('Framework version that has these words.', 'SHA-256 of its content'),
  versionCode: words('Code that the indicator had in this version.'),
  versionPosition: words('Place in this framework version.', 'whole number, 1 or more'),
  loadedAt: words('When the version was first loaded.', 'date and time', 'ISO 8601, UTC'),
  listedIn: words(
    'Framework version in whose words the round lists the indicator: the latest that it saw.',
    'SHA-256 of its content',
  ),
  fromRound: (round: number, title: string): string => `from round ${round}: ${title}`,
  listedTitle: words('Title of the indicator in the words that the round saw.'),
  wide_answer: words(
    'The level chosen; -1 is "don’t know", -2 "not applicable". Empty is missing, or two answers in ' +
      'conflict, which the table ratings has both of.',
    'a level, -1, -2, or empty',
    'level',
  ),
  askedGroup: words('Stakeholder group of the people counted; empty for everyone.'),
  kind: SUGGESTION_WORDS.kind,
  indicator: SUGGESTION_WORDS.indicator,
  suggestion: SUGGESTION_WORDS.suggestion,
  round: RATING_WORDS.round,
} as const

/** The columns of the participants: codes and groups only. */
export const PARTICIPANT_WORDS = {
  workshop_id: RATING_WORDS.workshop_id,
  workshop: RATING_WORDS.workshop,
  workshop_date: RATING_WORDS.workshop_date,
  participant_id: RATING_WORDS.participant_id,
  participant: RATING_WORDS.participant,
  group: RATING_WORDS.group,
  test: words(
    'Whether this participant is a test. Answers of a test count in no figure, and say so in the table of ratings.',
    'yes, no',
  ),
} as const

/** The columns of what people were told before they rated, and of who agreed to it. */
export const CONSENT_WORDS = {
  information_id: words('Text that people were told before they rated; no two are the same.'),
  title: words('Title of the text.'),
  text: words('The text as it was on screen, paragraphs parted by empty lines.'),
  recorded_at: words('When the text was written.', 'date and time', 'ISO 8601, UTC'),
  agreed_at: words('When the participant agreed to take part.', 'date and time', 'ISO 8601, UTC'),
} as const

/** The columns of the diary, which is of the whole study whatever else was chosen. */
export const DIARY_COLUMN_WORDS = {
  recorded_at: words(
    'When it happened, by the clock of that laptop.',
    'date and time',
    'ISO 8601, UTC',
  ),
  laptop: words('Laptop on which it was done, by its name or its syllable.'),
  kind: words(
    'Kind of entry: note, set-up, merge, refusal, link, conflicts, withdrawal and so on.',
  ),
  entry: words('What was done, or the note as somebody of the team wrote it.'),
  receipt: words('Receipt of the merge that has more; empty for all else.', 'UUID'),
} as const

/** The columns of the codebook itself. */
export const CODEBOOK_WORDS = {
  sheet: words('Sheet that the column is on.'),
  column: words('Heading of the column.'),
  meaning: words('What the column says.'),
  values: words('What can stand in it.'),
  unit: words('In what it is expressed.'),
} as const

/** The codebook's entry for a csv, in which a spreadsheet may take text for a formula. */
export const CSV_RULE: ColumnWords = words(
  'A csv has the columns of the sheet Ratings. One apostrophe is put before text that starts with ' +
    '= + - @, a tab or a line break (in full width too, and behind apostrophes of its own), so ' +
    'that no spreadsheet takes it for a formula. Take the first apostrophe away to have the text as ' +
    'typed. In this workbook text stands as typed.',
  'comma-separated, text in double quotes where needed, lines end with CR LF',
  'UTF-8 with a byte order mark',
)

/** The answers that are no level, as they are called on screen. */
export const ANSWER_LABELS = { dont_know: 'I don’t know', not_applicable: 'Doesn’t apply' } as const

/** An answer as a person gave it, in the words of the scale. */
export function answerWords(
  answer: Answer,
  criterion: Criterion,
  scale: Pick<Scale, 'levels'>,
): string {
  switch (answer.kind) {
    case 'level': {
      const level = scale.levels[criterion].find(({ value }) => value === answer.level)
      return `${answer.level}, ${(level?.label ?? '').toLowerCase()}`
    }
    case 'none':
      return 'No answer'
    default:
      return ANSWER_LABELS[answer.kind]
  }
}
