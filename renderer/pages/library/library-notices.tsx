import { useState } from 'react'
import { lastSavesMissing } from '../../../shared/messages/packages.ts'
import { recoveryWords } from '../../../shared/messages/recovery.ts'
import type { Library, Recovery } from '../../../shared/model/workbook.ts'
import { type Problem, toLoadable } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { SecondPlaceProblem } from '../common/second-place-problem.tsx'
import styles from './library-page.module.css'

interface LibraryNoticesProps {
  readonly library: Library
  /** Reads the library anew, once something in it was put right. */
  readonly onChanged: () => void
}

/** Does something to the library, one thing at a time, and keeps what went wrong. */
function useMending(onChanged: () => void) {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const mend = async (work: () => Promise<unknown>) => {
    setIsBusy(true)
    setProblem(null)
    const done = await toLoadable(work())
    setIsBusy(false)
    if (done.state === 'failed') setProblem(done.problem)
    onChanged()
  }
  return { isBusy, problem, mend }
}

/** Whatever a facilitator must know of the library: what to bring back, what is here twice, a place at risk. */
export function LibraryNotices({ library, onChanged }: LibraryNoticesProps) {
  const client = useClient()
  const { isBusy, problem, mend } = useMending(onChanged)
  const [recovered, setRecovered] = useState<Recovery | null>(null)
  return (
    <>
      <ProblemNotice problem={problem?.message ?? null} />
      {recovered && (
        <Notice tone="positive" heading={`${recovered.file} was recovered`} announce>
          <p>
            It was put together from the backup of {formatMoment(recovered.backupOf)}
            {recovered.rescued > 0 && ' and what could still be read of the damaged file'}.{' '}
            {recoveryWords.missing(recovered)}
          </p>
          <p>
            The damaged file is kept as <strong>{recovered.setAside}</strong>, with a list of what
            is missing beside it.
          </p>
        </Notice>
      )}
      {library.unreadable.map(
        ({ file, backup }) =>
          backup !== null && (
            <Notice
              key={file}
              tone="danger"
              heading={`${file} is damaged, and can be recovered`}
              actions={
                <Button
                  variant="primary"
                  isPending={isBusy}
                  onPress={() =>
                    void mend(async () => setRecovered(await client.library.recover({ file })))
                  }
                >
                  {isBusy ? 'Recovering it…' : 'Recover it'}
                </Button>
              }
            >
              <p>
                There is a backup of {formatMoment(backup)}. What can still be read of the damaged
                file is joined with it, the file itself is kept, and you are told what is missing.
              </p>
            </Notice>
          ),
      )}
      {library.rescued.map(({ workbook, title, file }) => (
        <Notice
          key={workbook}
          tone="danger"
          heading={`The file of “${title}” was moved or replaced while it was open`}
          actions={
            <Button
              variant="primary"
              isPending={isBusy}
              onPress={() => void mend(() => client.library.bringBack({ workbook }))}
            >
              {isBusy ? 'Bringing it back…' : 'Bring everything back'}
            </Button>
          }
        >
          <p>
            Nothing is lost: all that people said is kept in <strong>{file}</strong>. Bring it back,
            and it is joined with what lies in the library now.
          </p>
        </Notice>
      ))}
      {library.apart.map(({ workbook, title, files }) => (
        <Notice
          key={workbook}
          tone="caution"
          heading={`“${title}” is here ${files.length === 2 ? 'twice' : `${files.length} times`}`}
          actions={
            <Button
              variant="primary"
              isPending={isBusy}
              onPress={() => void mend(() => client.library.joinCopies({ workbook }))}
            >
              {isBusy ? 'Bringing them together…' : 'Bring them together'}
            </Button>
          }
        >
          <p>
            Each of these files has something that another one lacks, so none was opened by itself.
            Brought together, nothing is lost, and the other files stay where they are.
          </p>
          <ul className={styles.files}>
            {files.map(({ file, own }) => (
              <li key={file}>
                <strong>{file}</strong>
                {own > 0 && ` has ${own === 1 ? 'one entry' : `${own} entries`} of its own`}
              </li>
            ))}
          </ul>
        </Notice>
      ))}
      <Incomplete library={library} />
      <PlaceAtRisk library={library} />
      {library.secondPlace?.problem && <SecondPlaceProblem problem={library.secondPlace.problem} />}
    </>
  )
}

/** The workbooks whose last answers were lost with a log, each with what may bring them back. */
function Incomplete({ library: { incomplete } }: Pick<LibraryNoticesProps, 'library'>) {
  return incomplete.map(({ workbook, title, missing }) => (
    <Notice key={workbook} tone="danger" heading={`The last answers are missing in “${title}”`}>
      <p>
        {lastSavesMissing(missing)} Perhaps the workbook was copied while somebody rated, or another
        program put an older file in its place. Ask the people who rated last to look through their
        answers once more. A package of the same day brings back what it has.
      </p>
    </Notice>
  ))
}

/** A warning of a folder in which others write too. */
function PlaceAtRisk({ library: { place, folder } }: Pick<LibraryNoticesProps, 'library'>) {
  if (place === null) return null
  const { kind, name } = place
  return (
    <Notice
      tone="caution"
      heading={
        kind === 'synchronised'
          ? `The workbooks lie in a folder that ${name} synchronises`
          : 'The workbooks lie on another computer'
      }
    >
      <p>
        {kind === 'synchronised'
          ? `${name} may put an older file in the place of a newer one while people rate. `
          : 'If the network fails while people rate, the workbook may be damaged. '}
        Keep the workbooks in a folder of this laptop alone, and hand them on as packages. They are
        now in <strong>{folder}</strong>.
      </p>
    </Notice>
  )
}
