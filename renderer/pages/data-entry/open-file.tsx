import { useEffect, useRef } from 'react'
import {
  ratingProblemMessage,
  ratingWarningMessage,
  saidTogether,
} from '../../../shared/messages/data-entry/problems.ts'
import { counted } from '../../../shared/messages/figures.ts'
import type { RatingsReport } from '../../../shared/model/data-entry.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { ArrowLeftIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { Sentences } from '../common/sentences.tsx'
import { countsWords } from './counts-words.ts'
import styles from './data-entry.module.css'
import type { OpenRatings } from './entry-stage.ts'
import { FileQuestions } from './file-questions.tsx'
import { HowItIsRead } from './how-it-is-read.tsx'
import { RatingsPreview } from './ratings-preview.tsx'
import { StoreButton } from './store-button.tsx'
import type { RatingsFiles } from './use-ratings-files.ts'

interface OpenFileProps {
  readonly workshop: Workshop
  readonly open: OpenRatings
  readonly file: RatingsFiles
  /** The file is one of several. */
  readonly isOneOfMany: boolean
}

interface VerdictProps extends Pick<OpenFileProps, 'isOneOfMany'> {
  readonly report: RatingsReport
}

function Verdict({ report, isOneOfMany }: VerdictProps) {
  const { counts, problemCount } = report
  if (counts === null) {
    return (
      <Notice
        tone="danger"
        heading={`${counted(problemCount, 'thing does', 'things do')} not fit, so nothing ${isOneOfMany ? 'of this file ' : ''}can be stored yet`}
      >
        <p>
          Settle below what can be settled here. Put the rest right in the spreadsheet and choose it
          again.
        </p>
      </Notice>
    )
  }
  if (counts.rows === 0) {
    return <Notice tone="caution" heading="There are no ratings in what is read of this file" />
  }
  return (
    <Notice tone="positive" heading="This file can be stored">
      <p>{countsWords(counts)}</p>
    </Notice>
  )
}

/** A file of ratings: what it would store, what does not fit, and how it is read. */
export function OpenFile({ workshop, open, file, isOneOfMany }: OpenFileProps) {
  const { report, isChecking, problem } = open
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed to choose the file is gone; the file is where a person goes on from.
  useEffect(() => heading.current?.focus(), [])
  const problems = saidTogether(report.problems, ratingProblemMessage)
  const warnings = saidTogether(report.warnings, ratingWarningMessage)
  return (
    <Stack gap={6}>
      <Row gap={3} align="center" justify="between" wrap>
        <Row gap={[1, 4]} align="center" wrap>
          <h2 ref={heading} tabIndex={-1} dir="auto" className={styles.file}>
            {report.file}
          </h2>
          <p role="status" className={styles.checking}>
            {isChecking && 'Checking…'}
          </p>
        </Row>
        {isOneOfMany ? (
          <Button icon={<ArrowLeftIcon />} onPress={() => file.show(null)}>
            All files
          </Button>
        ) : (
          <Button onPress={file.choose}>Choose other files</Button>
        )}
      </Row>
      <Verdict report={report} isOneOfMany={isOneOfMany} />
      <ProblemNotice heading="That did not work" problem={problem} />
      <FileQuestions workshop={workshop} open={open} onChange={file.change} />
      <Sentences heading="What does not fit" what="problems" said={problems} />
      <Sentences heading="Worth a look" what="things to look at" said={warnings} />
      <HowItIsRead open={open} onChange={file.change} />
      <RatingsPreview entries={report.entries} />
      {!isOneOfMany && (
        <StoreButton
          file={file}
          isDisabled={isChecking || report.counts === null || report.counts.rows === 0}
        >
          Store these ratings
        </StoreButton>
      )}
    </Stack>
  )
}
