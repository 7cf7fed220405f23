import { useState } from 'react'
import { COPIES_LATER, personalRecordLines } from '../../../../shared/messages/workshop.ts'
import type {
  KnownParticipant,
  WithdrawalPreview,
  WithdrawalReceipt,
} from '../../../../shared/model/workshop.ts'
import { useClient, useServices } from '../../../data/services.tsx'
import { useAction, useQuery } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { Loaded } from '../../../ui/feedback/loaded.tsx'
import { Notice, ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { DownloadIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { TextField } from '../../../ui/input/text-field.tsx'
import { Dialog } from '../../../ui/layout/dialog.tsx'
import { describedWords } from './described-words.ts'
import styles from './withdraw-dialog.module.css'

interface WithdrawDialogProps {
  /** The participant who wants their answers deleted. */
  readonly participant: Pick<KnownParticipant, 'id' | 'name'>
  readonly onClose: () => void
}

function WhatGoes({ preview }: { readonly preview: WithdrawalPreview }) {
  return (
    <>
      <p>{preview.participants.map(describedWords).join(' ')}</p>
      <p>This deletes everything that this person said, for good:</p>
      <ul className={styles.list}>
        {personalRecordLines(preview.records).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {preview.participants.length > 1 && (
        <p>
          They are one person as{' '}
          {preview.participants
            .map(({ name, workshopTitle }) => `${name} in ${workshopTitle}`)
            .join(' and ')}
          ; all of it goes.
        </p>
      )}
      <p>
        It goes from this workbook and its backups now, and from the laptops of others when they
        bring a file of yours together with theirs. Spreadsheets that were exported before stay as
        they are.
      </p>
    </>
  )
}

/** Shows what would go, and deletes it once the code was typed. */
export function WithdrawDialog({ participant, onClose }: WithdrawDialogProps) {
  const { id, name } = participant
  const client = useClient()
  const workbook = useWorkbookId()
  const { answer, retry } = useQuery(id, () =>
    client.person.withdrawalPreview({ workbook, participant: id }),
  )
  const [typed, setTyped] = useState('')
  const [receipt, setReceipt] = useState<WithdrawalReceipt | null>(null)
  const { isDoing, problem, run } = useAction()
  const erase = () =>
    run(async () => setReceipt(await client.person.withdraw({ workbook, participant: id, typed })))
  if (receipt) return <WithdrawnDialog receipt={receipt} onClose={onClose} />
  return (
    <Dialog
      title={`Delete what ${name} said?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep it</Button>
          <Button variant="danger" isPending={isDoing} onPress={erase}>
            {isDoing ? 'Deleting…' : 'Delete for good'}
          </Button>
        </>
      }
    >
      <Loaded from={answer} what="what would go" onRetry={retry}>
        {value => <WhatGoes preview={value} />}
      </Loaded>
      <TextField
        label={`Type ${name} to confirm`}
        description="Their four words will do too."
        value={typed}
        onChange={setTyped}
        error={problem}
        autoComplete="off"
      />
    </Dialog>
  )
}

interface WithdrawnDialogProps {
  readonly receipt: WithdrawalReceipt
  readonly onClose: () => void
}

const backupWords = (backups: number) =>
  backups === 1 ? 'One backup was cleaned too.' : `${backups} backups were cleaned too.`

/** The records that were erased, and a page about it to hand to the person. */
function WithdrawnDialog({ receipt, onClose }: WithdrawnDialogProps) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useAction()
  const write = () =>
    run(async () => {
      const file = await host.chooseDestination('answers-deleted.html', 'html')
      if (file === null) return
      await client.person.confirmation({ workbook, receipt, to: file.permit })
      await host.deliver(file)
    })
  return (
    <Dialog
      title="It is deleted"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button icon={<DownloadIcon />} isPending={isDoing} onPress={write}>
            Save a page for the person…
          </Button>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {personalRecordLines(receipt.records).map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {receipt.backups > 0 && <p>{backupWords(receipt.backups)}</p>}
      {receipt.copiesLater && <p>{COPIES_LATER}</p>}
      {!receipt.clean && (
        <Notice tone="caution" heading="Something still has the file open">
          <p>
            An export or another program reads the file or a backup of it. The last traces go when
            it is done and the workbook is opened once more.
          </p>
        </Notice>
      )}
      <ProblemNotice heading="The page was not saved" problem={problem} />
    </Dialog>
  )
}
