import type { ProgramFacts, SecondPlaceFacts } from '../../../shared/model/program.ts'
import { useClient, useServices } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { formatMoment } from '../../ui/format.ts'
import { FolderIcon } from '../../ui/icons.tsx'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { SecondPlaceProblem } from '../common/second-place-problem.tsx'
import { Path } from './about-page.tsx'
import { OnSecondPlace } from './on-second-place.tsx'
import styles from './program.module.css'

interface SecondPlaceProps {
  readonly facts: ProgramFacts
  /** Called once something of it is another. */
  readonly onChanged: () => void
}

/** The folder that each backup is copied to, as on a stick: naming it, and what became of the last copy. */
export function SecondPlace({ facts, onChanged }: SecondPlaceProps) {
  const { secondPlace: place } = facts
  return (
    <Stack gap={4}>
      <h3 className={styles.subheading}>A second place</h3>
      {place === null ? (
        <p>
          Name a folder on a stick or a share, and each backup is copied there too. It helps where
          the laptop is lost or its disk breaks.
        </p>
      ) : (
        <State place={place} />
      )}
      <Actions facts={facts} onChanged={onChanged} />
      {place !== null && <OnSecondPlace key={place.folder} />}
    </Stack>
  )
}

function Actions({ facts: { secondPlace, isSecondPlaceNamed }, onChanged }: SecondPlaceProps) {
  const { client, host } = useServices()
  const { isDoing, problem, run } = useAction()
  const { chooseSecondPlace } = host
  const canChoose = chooseSecondPlace !== null && !isSecondPlaceNamed
  const isThere = secondPlace !== null
  const copy = async () => {
    await client.program.copyToSecondPlace()
    onChanged()
  }
  const choose = async () => {
    const folder = await chooseSecondPlace?.()
    if (!folder) return
    await client.program.nameSecondPlace({ folder: folder.permit })
    await copy()
  }
  const doWithout = async () => {
    await client.program.nameSecondPlace({ folder: null })
    onChanged()
  }
  return (
    <>
      {(canChoose || isThere) && (
        <Row gap={3} wrap>
          {canChoose && (
            <Button icon={<FolderIcon />} isDisabled={isDoing} onPress={() => run(choose)}>
              {isThere ? 'Choose another one' : 'Choose a second place'}
            </Button>
          )}
          {isThere && (
            <Button isPending={isDoing} onPress={() => run(copy)}>
              {isDoing ? 'Copying…' : 'Copy now'}
            </Button>
          )}
          {isThere && !isSecondPlaceNamed && (
            <Button variant="quiet" isDisabled={isDoing} onPress={() => run(doWithout)}>
              Do without it
            </Button>
          )}
        </Row>
      )}
      {!canChoose && (
        <p className={styles.small}>
          The program is told of it at its start: by <code>--second-place</code> or{' '}
          <code>WORKBOOK_SECOND_PLACE</code>.
        </p>
      )}
      <ProblemNotice problem={problem} />
    </>
  )
}

function State({ place }: { readonly place: SecondPlaceFacts }) {
  const { folder, newest, problem, isSameDisk } = place
  return (
    <>
      <p>
        <Path>{folder}</Path>
      </p>
      {problem !== null ? (
        <SecondPlaceProblem problem={problem} />
      ) : (
        <p>
          {newest === null
            ? 'Nothing had to be copied yet.'
            : `The newest copy there is of ${formatMoment(newest)}.`}
        </p>
      )}
      {isSameDisk === true && (
        <p className={styles.small}>
          It is on the disk of the workbooks: if that breaks, both are lost. A stick or a share is
          safer.
        </p>
      )}
      <Encryption />
    </>
  )
}

/** The hint on who can read what is there. */
function Encryption() {
  const client = useClient()
  const { answer } = useQuery('encryption', () => client.program.secondPlaceEncryption())
  const encryption = answer.state === 'ready' ? answer.value : null
  return (
    <p className={styles.small}>
      {encryption?.state === 'on'
        ? `Its disk is encrypted by ${encryption.by}: whoever finds it cannot read it.`
        : 'A backup holds all that people said, and is not encrypted by itself. Take a stick that is encrypted, or keep it locked away.'}
    </p>
  )
}
