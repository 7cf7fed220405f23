import { useEffect, useRef, useState } from 'react'
import { enteredHandsWords, HANDS_WORDS } from '../../../shared/messages/data-entry/hands.ts'
import { ratingProblemMessage, saidTogether } from '../../../shared/messages/data-entry/problems.ts'
import { counted } from '../../../shared/messages/figures.ts'
import type { HandsReport } from '../../../shared/model/hands.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { FileIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { TextField } from '../../ui/input/text-field.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { Sentences } from '../common/sentences.tsx'
import styles from './hands.module.css'
import { HandsPreview } from './hands-preview.tsx'
import { HandsQuestions } from './hands-questions.tsx'
import { type HandsFileActions, type OpenHands, useHandsFile } from './use-hands-file.ts'

interface FromFileProps {
  readonly workshop: Workshop
  readonly onLoaded: () => void
}

/** The section that loads counts from a spreadsheet: what the command `hands` does, in sight before it is recorded. */
export function HandsFromFile({ workshop, onLoaded }: FromFileProps) {
  const file = useHandsFile(workshop.id, onLoaded)
  const { stage, isDoing, problem, choose } = file
  return (
    <Stack as="section" gap={4} aria-labelledby="hands-from-file">
      <h2 id="hands-from-file">Load the counts from a file</h2>
      {stage.at === 'refused' && (
        <Notice tone="danger" heading="This file cannot be read" announce>
          <p>{stage.message}</p>
        </Notice>
      )}
      {stage.at === 'loaded' && (
        <Notice tone="positive" heading={`The hands of ${stage.name} are recorded`} announce>
          <p>{enteredHandsWords(stage.counts)}</p>
        </Notice>
      )}
      {stage.at === 'open' ? (
        <OpenHandsFile workshop={workshop} open={stage.open} file={file} />
      ) : (
        <>
          <p className={styles.hint}>{HANDS_WORDS.file}</p>
          <div>
            <Button icon={<FileIcon />} isPending={isDoing} onPress={choose}>
              Choose a file of hands
            </Button>
          </div>
          <ProblemNotice heading="That did not work" problem={problem} />
        </>
      )}
    </Stack>
  )
}

function Verdict({ report: { counts, problemCount } }: { readonly report: HandsReport }) {
  if (counts === null) {
    return (
      <Notice
        tone="danger"
        heading={`${counted(problemCount, 'thing does', 'things do')} not fit, so nothing can be loaded yet`}
      >
        <p>
          Settle below what can be settled here. Put the rest right in the spreadsheet and choose it
          again.
        </p>
      </Notice>
    )
  }
  return counts.lines === 0 ? (
    <Notice tone="caution" heading="There are no hands of this workshop in the file">
      <p>{enteredHandsWords(counts)}</p>
    </Notice>
  ) : (
    <Notice tone="positive" heading="This file can be loaded">
      <p>{enteredHandsWords(counts)}</p>
    </Notice>
  )
}

interface OpenProps {
  readonly workshop: Workshop
  readonly open: OpenHands
  readonly file: HandsFileActions
}

function OpenHandsFile({ workshop, open, file }: OpenProps) {
  const [by, setBy] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed to choose the file is gone; the file is where a person goes on from.
  useEffect(() => heading.current?.focus(), [])
  const { report } = open
  const problems = saidTogether(report.problems, ratingProblemMessage)
  const canLoad = report.counts !== null && report.counts.lines > 0
  return (
    <>
      <h3 ref={heading} tabIndex={-1} dir="auto" className={styles.file}>
        {report.file}
      </h3>
      <Verdict report={report} />
      <ProblemNotice heading="That did not work" problem={file.problem} />
      <HandsQuestions
        workshop={workshop}
        open={open}
        onChange={choices => file.change(open, choices)}
      />
      <Sentences level={3} heading="What does not fit" what="problems" said={problems} />
      <HandsPreview lines={report.lines} />
      {canLoad && (
        <div className={styles.short}>
          <TextField
            label="Who keyed the file in"
            value={by}
            onChange={setBy}
            maxLength={60}
            description="A name or initials"
          />
        </div>
      )}
      <Row gap={3} wrap>
        {canLoad && (
          <Button
            variant="primary"
            isPending={file.isDoing}
            isDisabled={by.trim() === ''}
            onPress={() => file.load(open, by.trim())}
          >
            Load these hands
          </Button>
        )}
        <Button onPress={file.choose}>Choose another file of hands</Button>
        <Button onPress={file.leave}>Leave it</Button>
      </Row>
    </>
  )
}
