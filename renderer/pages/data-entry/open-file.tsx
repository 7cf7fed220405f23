import { useEffect, useRef } from 'react'
import {
  ratingProblemMessage,
  ratingWarningMessage,
  type SaidTogether,
  saidTogether,
} from '../../../shared/messages/data-entry/problems.ts'
import { counted } from '../../../shared/messages/figures.ts'
import type { RatingsReport } from '../../../shared/model/data-entry.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { countsWords } from './counts-words.ts'
import styles from './data-entry.module.css'
import { FileQuestions } from './file-questions.tsx'
import { HowItIsRead } from './how-it-is-read.tsx'
import { RatingsPreview } from './ratings-preview.tsx'
import type { OpenRatings, RatingsFile } from './use-ratings-file.ts'

interface OpenFileProps {
  readonly workshop: Workshop
  readonly open: OpenRatings
  readonly file: RatingsFile
}

const PER_PAGE = 15

interface SentencesProps {
  readonly heading: string
  readonly what: string
  readonly said: readonly SaidTogether[]
}

/** Sentences about places in the file; one that many places share is said once. */
function Sentences({ heading, what, said }: SentencesProps) {
  if (said.length === 0) return null
  return (
    <Stack as="section" gap={3} aria-label={heading}>
      <h2>{heading}</h2>
      <Paged what={what} items={said} perPage={PER_PAGE}>
        {shown => (
          <ul className={styles.sentences}>
            {shown.map(({ where, message }) => (
              <li key={`${where} ${message}`}>
                <strong dir="auto">{where}</strong>
                <span dir="auto">{message}</span>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Stack>
  )
}

function Verdict({ report }: { readonly report: RatingsReport }) {
  const { counts, problemCount } = report
  if (counts === null) {
    return (
      <Notice
        tone="danger"
        heading={`${counted(problemCount, 'thing does', 'things do')} not fit, so nothing can be stored yet`}
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
export function OpenFile({ workshop, open, file }: OpenFileProps) {
  const { report, isChecking, problem } = open
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed to choose the file is gone; the file is where a person goes on from.
  useEffect(() => heading.current?.focus(), [])
  const problems = saidTogether(report.problems, ratingProblemMessage)
  const warnings = saidTogether(report.warnings, ratingWarningMessage)
  return (
    <Stack gap={6}>
      <Row gap={3} align="center" justify="between" wrap>
        <h2 ref={heading} tabIndex={-1} dir="auto" className={styles.file}>
          {report.file}
        </h2>
        <Button onPress={file.choose}>Choose another file</Button>
      </Row>
      <p role="status" className={styles.checking}>
        {isChecking && 'Checking…'}
      </p>
      <Verdict report={report} />
      <ProblemNotice heading="That did not work" problem={problem} />
      <FileQuestions workshop={workshop} open={open} onChange={file.change} />
      <Sentences heading="What does not fit" what="problems" said={problems} />
      <Sentences heading="Worth a look" what="things to look at" said={warnings} />
      <HowItIsRead open={open} onChange={file.change} />
      <RatingsPreview entries={report.entries} />
      <div>
        <Button
          variant="primary"
          size="large"
          isPending={file.isStoring}
          isDisabled={isChecking || report.counts === null || report.counts.rows === 0}
          onPress={file.store}
        >
          Store these ratings
        </Button>
      </div>
    </Stack>
  )
}
