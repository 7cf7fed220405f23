import { MOST_MINUTES, type Sequence, type WorkshopProtocol } from '../../model/protocol.ts'
import { WORDINGS } from '../../model/rating.ts'
import { counted } from '../figures.ts'
import { WORDING_CHOICES } from '../wordings.ts'

/** A choice of order: its name, and what it means for the people in the room. */
interface SequenceWords {
  readonly label: string
  readonly hint: string
}

/** The orders to choose from. */
export const SEQUENCE_WORDS: Readonly<Record<Sequence, SequenceWords>> = {
  fixed: {
    label: 'The order of the framework',
    hint: 'The same for everybody. The last section always comes to tired eyes.',
  },
  sections: {
    label: 'Sections shuffled for each person',
    hint: 'Within a section the order of the framework stays.',
  },
  indicators: {
    label: 'Single indicators shuffled for each person',
    hint: 'People go from one subject to another with each indicator.',
  },
}

/** The words of what a workshop asks. */
export const PROTOCOL_WORDS = {
  name: 'What is asked',
  lead: 'It goes with the set-up package, so every laptop asks the same.',
  fixed:
    'Somebody has answered, so what is asked and in which order stays as it is. Wordings and minutes can be changed.',
  ofWhom: 'Asked of whom',
  everybody: 'Everybody is asked the same',
  byGroup: 'Each group is asked its own',
  order: 'Order',
  wordings: 'Wordings that people may choose',
  minutes: 'Minutes planned for rating (optional)',
  minutesError: `Give whole minutes from 1 to ${MOST_MINUTES}, or leave it empty.`,
  nothing: (group: string): string =>
    group === '' ? 'Choose at least one indicator.' : `Choose at least one indicator for ${group}.`,
  noWording: 'Offer at least one wording.',
} as const

/** The minutes that people are usually given and need, as a note beside what was planned. */
export const minutesNote = (usual: number, planned: number | null): string => {
  const need = `Most people need about ${counted(usual, 'minute', 'minutes')} for this.`
  return planned !== null && usual > planned ? `${need} That is more than you planned.` : need
}

/** The parts of a protocol that differ from asking everybody everything, in one line. */
export function protocolSummary(protocol: WorkshopProtocol, indicators: number): string {
  const { groups, sequence, wordings, minutes } = protocol
  const some = Object.values(groups)
  const [first = []] = some
  const isSame = some.every(list => list.join() === first.join())
  const fewer = counted(some.length, 'group is', 'groups are')
  const asked =
    some.length === 0
      ? `All ${counted(indicators, 'indicator', 'indicators')}`
      : `${fewer} asked ${isSame ? first.length : 'some'} of ${indicators} indicators`
  const names = wordings.map(wording => WORDING_CHOICES[wording].name.toLowerCase())
  return [
    asked,
    SEQUENCE_WORDS[sequence].label.replace(/^./, letter => letter.toLowerCase()),
    ...(wordings.length === WORDINGS.length ? [] : [`in ${names.join(' and ')}`]),
    ...(minutes === null ? [] : [`${counted(minutes, 'minute', 'minutes')} planned`]),
  ].join('; ')
}
