import { counted } from '../figures.ts'

/** The workshops whose protocols an export tells of, by what is special about them. */
interface Told {
  /** The workshops in which a group was asked some of the indicators alone. */
  readonly narrowed: number
  /** The workshops that shuffled for each person. */
  readonly shuffled: number
  /** The workshops that two teams set up in different orders. */
  readonly unclear: number
}

const workshops = (count: number): string => counted(count, 'workshop', 'workshops')

/** Sentences on what workshops asked of whom, and in which order; none where all asked everybody everything. */
export const askedSentences = ({ narrowed, shuffled, unclear }: Told): readonly string[] => [
  ...(narrowed === 0
    ? []
    : [
        `In ${workshops(narrowed)} some groups were asked some of the indicators alone. Asked counts those who were ` +
          'asked, and missing nobody else.',
      ]),
  ...(shuffled === 0
    ? []
    : [
        `In ${workshops(shuffled)} each person had an order of their own, computed from a seed; on paper the order was ` +
          'that of the framework.',
      ]),
  ...(unclear === 0
    ? []
    : [`${workshops(unclear)} had different orders on different laptops, so no place is told.`]),
]

/** The label of these sentences in a list of notes. */
export const ASKED_LABEL = 'Asked of whom'

const column = (meaning: string, values = 'text', unit = '') => ({ meaning, values, unit })

/** The fields of the table of workshops that say what was asked, where any workshop has a protocol. */
export const PROTOCOL_FIELD_WORDS = {
  order: column(
    'Order in which people were asked: of the framework, or shuffled for each person. Empty where teams differ.',
    'fixed, sections, indicators',
  ),
  order_seed: column(
    'Seed of a shuffled order. It is that of the SHA-256, in hexadecimal, of seed, participant_id, round and the identity ' +
      'of the indicator or the title of its first section, parted by spaces.',
  ),
  wordings_offered: column('Wordings that people could choose.', 'title, plain, easy'),
  minutes_planned: column('Minutes that were planned for rating.', 'whole number', 'minutes'),
} as const
