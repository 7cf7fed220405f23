import { counted } from '../../../shared/messages/figures.ts'
import { changesInWords } from '../../../shared/messages/framework.ts'
import type { FrameworkOffer, FrameworkQuestion } from '../../../shared/model/packages.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { formatDay } from '../../ui/format.ts'
import { RadioGroup, type RadioOption } from '../../ui/input/choice.tsx'
import { Disclosure } from '../../ui/layout/disclosure.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { DifferenceList } from '../common/difference-list.tsx'

interface FrameworkChoiceProps {
  readonly question: FrameworkQuestion
  /** The hash of the version to use. */
  readonly value: string
  readonly onChange: (hash: string) => void
}

/** The number of names that a sentence can carry. */
const MOST_NAMED = 3

const namesOf = ({ files }: FrameworkOffer): string =>
  files.length > MOST_NAMED
    ? `${files.slice(0, MOST_NAMED).join(', ')} and ${counted(files.length - MOST_NAMED, 'other', 'others')}`
    : files.join(', ')

const optionOf = (offer: FrameworkOffer): RadioOption<string> => ({
  value: offer.hash,
  label: `Use that of ${namesOf(offer)}`,
  hint:
    `${changesInWords(offer.difference.counts)}, loaded ${formatDay(offer.loadedAt)}; ` +
    `${offer.ratings === 0 ? 'no ratings' : counted(offer.ratings, 'rating', 'ratings')} saw its words.`,
})

/** Asks which framework version is to be used, where packages bring another; ours unless a person says otherwise. */
export function FrameworkChoice({ question, value, onChange }: FrameworkChoiceProps) {
  const { ours, others, isDecided } = question
  return (
    <Notice
      tone="caution"
      heading={
        isDecided
          ? 'The framework was changed on another laptop'
          : 'Teams chose different versions of the framework'
      }
    >
      <Stack gap={4}>
        <RadioGroup
          label="Which version do you want to use?"
          value={value}
          onChange={onChange}
          options={[
            {
              value: ours,
              label: 'Keep ours',
              hint: 'Theirs is set aside and kept with its answers; you can use it later.',
            },
            ...others.map(optionOf),
          ]}
        />
        {others.map(offer => (
          <Disclosure
            key={offer.hash}
            level={3}
            summary={`Changes in ${namesOf(offer)}`}
            note={changesInWords(offer.difference.counts)}
          >
            <DifferenceList difference={offer.difference} />
          </Disclosure>
        ))}
      </Stack>
    </Notice>
  )
}
