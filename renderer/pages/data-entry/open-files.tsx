import { useEffect, useRef } from 'react'
import { ratingProblemMessage, saidTogether } from '../../../shared/messages/data-entry/problems.ts'
import { counted } from '../../../shared/messages/figures.ts'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { Tag } from '../../ui/feedback/tag.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { Sentences } from '../common/sentences.tsx'
import { countsWords } from './counts-words.ts'
import styles from './data-entry.module.css'
import { type CheckedFile, fitting, type OpenFiles, ratingsIn, refusalOf } from './entry-stage.ts'
import { StoreButton } from './store-button.tsx'
import type { RatingsFiles } from './use-ratings-files.ts'

interface ManyFilesProps {
  readonly open: OpenFiles
  readonly file: RatingsFiles
}

function Together({ open }: Pick<ManyFilesProps, 'open'>) {
  const { stored, left } = fitting(open)
  const all = stored.length + left.length
  if (open.together === null || stored.length === 0) {
    return <Notice tone="danger" heading="None of these files can be stored yet" />
  }
  const some = `${stored.length} of ${all} files can be stored`
  return (
    <Notice
      tone={left.length > 0 ? 'caution' : 'positive'}
      heading={left.length > 0 ? some : 'These files can be stored'}
    >
      <p>
        {stored.length > 1 && 'Together '}
        {countsWords(open.together)}
      </p>
    </Notice>
  )
}

/** A file in a few words: whether it fits, and what it brings or what is wrong with it first. */
function inShort(file: CheckedFile) {
  const { outcome } = file
  if ('refused' in outcome) {
    return { tag: <Tag tone="danger">Cannot be read</Tag>, words: refusalOf(outcome) }
  }
  if (outcome.counts === null) {
    const [first] = saidTogether(outcome.problems, ratingProblemMessage)
    const wrong = counted(outcome.problemCount, 'thing does', 'things do')
    return {
      tag: <Tag tone="danger">{wrong} not fit</Tag>,
      words: first ? `${first.where}: ${first.message}` : '',
    }
  }
  if (ratingsIn(file) === 0) {
    return {
      tag: <Tag tone="caution">No ratings</Tag>,
      words: 'There are no ratings in what is read of this file.',
    }
  }
  const warned = outcome.warnings.length > 0
  return {
    tag: warned ? <Tag tone="caution">Fits, worth a look</Tag> : <Tag tone="positive">Fits</Tag>,
    words: countsWords(outcome.counts),
  }
}

interface FileItemProps extends ManyFilesProps {
  readonly checked: CheckedFile
  readonly place: number
}

function FileItem({ checked, place, open, file }: FileItemProps) {
  const { name } = checked.file
  const { tag, words } = inShort(checked)
  return (
    <li>
      <div className={styles.about}>
        <Row gap={[1, 3]} align="center" wrap>
          <h3 dir="auto" className={styles.name}>
            {name}
          </h3>
          {tag}
        </Row>
        <p dir="auto">{words}</p>
      </div>
      <Row gap={2} wrap>
        {!('refused' in checked.outcome) && (
          <Button
            aria-label={`Look at ${name}`}
            autoFocus={open.lookedAt === place}
            onPress={() => file.show(place)}
          >
            Look at it
          </Button>
        )}
        <Button
          variant="quiet"
          isFlush={'refused' in checked.outcome}
          aria-label={`Leave out ${name}`}
          isDisabled={open.isChecking || file.isStoring}
          onPress={() => file.leaveOut(place)}
        >
          Leave out
        </Button>
      </Row>
    </li>
  )
}

/** Files of a person that are named before the rest is only counted. */
const NAMED = 5

const inFiles = (files: readonly string[]): string => {
  const more = files.length - NAMED
  const names = files.slice(0, NAMED).join(', ')
  return more > 0 ? `${names} and ${counted(more, 'more file', 'more files')}` : names
}

/** Several files of ratings: what they would store together, and each in short. */
export function ManyFiles({ open, file }: ManyFilesProps) {
  const { files, untaken, inSeveral, lookedAt, isChecking, problem } = open
  const heading = useRef<HTMLHeadingElement>(null)
  const focus = lookedAt === null
  // What was pressed to choose the files, or to leave one out, is gone.
  useEffect(() => {
    if (focus && files.length > 0) heading.current?.focus()
  }, [focus, files.length])
  const { stored } = fitting(open)
  const people = inSeveral.map(({ participant, files: names }) => ({
    where: participant,
    message: `In ${inFiles(names)}. All of it is stored as one person’s; give one of them another code if these are two people.`,
  }))
  return (
    <Stack gap={6}>
      <Row gap={3} align="center" justify="between" wrap>
        <Row gap={[1, 4]} align="center" wrap>
          <h2 ref={heading} tabIndex={-1} className={styles.file}>
            {counted(files.length + untaken.length, 'file', 'files')}
          </h2>
          <p role="status" className={styles.checking}>
            {isChecking && 'Checking…'}
          </p>
        </Row>
        <Button onPress={file.choose}>Choose other files</Button>
      </Row>
      <Together open={open} />
      <ProblemNotice heading="That did not work" problem={problem} />
      <ul className={styles.files} aria-label="Files">
        {files.map((checked, place) => (
          <FileItem key={checked.file.permit} {...{ checked, place, open, file }} />
        ))}
        {untaken.map(({ name, refused }) => (
          <li key={name}>
            <div className={styles.about}>
              <Row gap={[1, 3]} align="center" wrap>
                <h3 dir="auto" className={styles.name}>
                  {name}
                </h3>
                <Tag tone="danger">Cannot be read</Tag>
              </Row>
              <p dir="auto">{refused}</p>
            </div>
          </li>
        ))}
      </ul>
      <Sentences heading="People in several files" what="people in several files" said={people} />
      <StoreButton file={file} isDisabled={isChecking || stored.length === 0}>
        {`Store the ratings of ${counted(stored.length, 'file', 'files')}`}
      </StoreButton>
    </Stack>
  )
}
