import { useState } from 'react'
import { personalRecordLines } from '../../../shared/messages/withdrawal.ts'
import type { WithdrawalPreview, WithdrawalReceipt } from '../../../shared/model/person.ts'
import { useClient } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDoing } from './use-doing.ts'
import { useWithdrawalPreview } from './use-withdrawal-preview.ts'
import styles from './withdraw-dialog.module.css'
import { WithdrawnDialog } from './withdrawn-dialog.tsx'

interface WithdrawDialogProps {
  /** The participant who wants their answers deleted. */
  readonly participant: string
  readonly code: string
  readonly onClose: () => void
}

function WhatGoes({ preview }: { readonly preview: WithdrawalPreview }) {
  return (
    <>
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
            .map(({ code, workshopTitle }) => `${code} in ${workshopTitle}`)
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
export function WithdrawDialog({ participant, code, onClose }: WithdrawDialogProps) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { preview, retry } = useWithdrawalPreview(participant)
  const [typed, setTyped] = useState('')
  const [receipt, setReceipt] = useState<WithdrawalReceipt | null>(null)
  const { isDoing, problem, run } = useDoing()
  const erase = () =>
    run(async () => setReceipt(await client.person.withdraw({ workbook, participant, typed })))
  if (receipt) return <WithdrawnDialog receipt={receipt} onClose={onClose} />
  return (
    <Dialog
      title={`Delete what ${code} said?`}
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
      <Loaded from={preview} what="what would go" onRetry={retry}>
        {value => <WhatGoes preview={value} />}
      </Loaded>
      <TextField
        label={`Type ${code} to confirm`}
        value={typed}
        onChange={setTyped}
        error={problem}
        autoComplete="off"
      />
    </Dialog>
  )
}
