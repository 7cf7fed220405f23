import { useEffect, useRef } from 'react'
import { counted } from '../../../../shared/messages/figures.ts'
import type { VersionChange, VersionDecision } from '../../../../shared/model/framework.ts'
import { Notice, ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { ArrowLeftIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Select } from '../../../ui/input/choice.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { ChangeFigures, DifferenceList } from '../../common/difference-list.tsx'
import styles from './question-list.module.css'
import { DecidedList, QuestionList } from './question-list.tsx'
import type { Comparing, OpenComparison } from './use-comparison.ts'

interface ComparisonProps {
  readonly open: OpenComparison
  readonly comparing: Comparing
}

/** The verdict at the top: whether it can be loaded, and what is still to do. */
function Verdict({ open: { comparison } }: Pick<ComparisonProps, 'open'>) {
  const { questions, difference, replaces } = comparison
  if (questions.length > 0) {
    return (
      <Notice
        tone="caution"
        heading={`${counted(questions.length, 'match needs', 'matches need')} your word`}
        announce
      >
        <p>
          Whether an indicator is the same as one that was rated decides where its ratings go, so
          nothing is loaded before you have said it.
        </p>
      </Notice>
    )
  }
  if (difference.changes.length === 0 && replaces > 1) {
    return (
      <Notice tone="positive" heading="This framework is the one in use" announce>
        <p>Load it, and it takes the place of the version that stands beside it.</p>
      </Notice>
    )
  }
  if (difference.changes.length === 0) {
    return (
      <Notice tone="info" heading="This framework is the one in use" announce>
        <p>Nothing in it has changed, so there is nothing to load.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="positive" heading="This version can be loaded" announce>
      <p>
        Ratings stay with the indicator and with the words that were rated. People who are rating go
        on with the new version.
      </p>
    </Notice>
  )
}

/** For an added indicator, which one of those that are gone it may be after all. */
function IsItNew({
  change,
  open,
  comparing,
}: ComparisonProps & { readonly change: VersionChange }) {
  const gone = open.comparison.difference.changes.filter(
    ({ kind }) => kind === 'removed' || kind === 'split',
  )
  if (change.kind !== 'added' || gone.length === 0) return null
  const { code } = change
  const isAsked = open.comparison.questions.some(question => question.code === code)
  if (isAsked || open.decided.some(({ decision }) => decision.code === code)) return null
  const decisions: readonly { readonly label: string; readonly decision: VersionDecision }[] = [
    { label: 'It is new', decision: { code, means: 'new' } },
    ...gone.flatMap(({ indicator, code: old }) => [
      { label: `It is the same as ${old}`, decision: { code, means: 'same' as const, indicator } },
      { label: `It is a part of ${old}`, decision: { code, means: 'split' as const, indicator } },
    ]),
  ]
  const choose = (label: string) => {
    const chosen = decisions.find(each => each.label === label)?.decision
    if (!chosen || chosen.means === 'new') return
    const known = gone.find(({ indicator }) => indicator === chosen.indicator)
    const candidate = {
      indicator: chosen.indicator,
      code: known?.code ?? '',
      title: known?.title ?? '',
      likeness: 0,
      inUse: true,
    }
    const question = {
      code,
      title: change.title,
      reason: 'like another' as const,
      candidates: [candidate],
      suggested: chosen,
    }
    comparing.decide([{ decision: chosen, question }])
  }
  return (
    <div className={styles.isItNew}>
      <Select
        label={`What ${code} is`}
        isLabelHidden
        options={decisions.map(({ label }) => ({ value: label, label }))}
        value="It is new"
        onChange={choose}
      />
    </div>
  )
}

/** The differences of a changed framework from the one in use, the questions to confirm, and its loading. */
export function Comparison({ open, comparing }: ComparisonProps) {
  const { comparison, decided, settled } = open
  const { difference, questions, ratings, replaces } = comparison
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed to compare is gone; the difference is where a person goes on from.
  useEffect(() => heading.current?.focus(), [])
  const isReady = questions.length === 0 && (difference.changes.length > 0 || replaces > 1)
  return (
    <Stack gap={6}>
      <Row gap={3} align="center" justify="between" wrap>
        <h2 ref={heading} tabIndex={-1}>
          What {settled.file.name} changes
        </h2>
        <Button icon={<ArrowLeftIcon />} onPress={comparing.close}>
          Back to the file
        </Button>
      </Row>
      <Verdict open={open} />
      <ChangeFigures counts={difference.counts} />
      <QuestionList questions={questions} decide={comparing.decide} />
      <DecidedList decided={decided} undo={comparing.undo} />
      {difference.changes.length > 0 && (
        <Stack aria-labelledby="changes" as="section" gap={3}>
          <h2 id="changes">Every change</h2>
          <DifferenceList
            difference={difference}
            ratings={ratings}
            action={change => <IsItNew change={change} open={open} comparing={comparing} />}
          />
        </Stack>
      )}
      <ProblemNotice problem={comparing.problem?.message ?? null} />
      <Row gap={4} align="center" justify="end" wrap>
        {questions.length > 0 && (
          <p className={styles.hint}>Confirm the matches above before you load this version.</p>
        )}
        <Button
          variant="primary"
          size="large"
          isDisabled={!isReady}
          isPending={comparing.isBusy}
          onPress={comparing.load}
        >
          Load this version
        </Button>
      </Row>
    </Stack>
  )
}
