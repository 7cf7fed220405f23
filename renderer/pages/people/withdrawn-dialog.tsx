import { personalRecordLines } from '../../../shared/messages/withdrawal.ts'
import type { WithdrawalReceipt } from '../../../shared/model/person.ts'
import { useServices } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useDoing } from './use-doing.ts'
import styles from './withdraw-dialog.module.css'

interface WithdrawnDialogProps {
  readonly receipt: WithdrawalReceipt
  readonly onClose: () => void
}

const backupWords = (backups: number) =>
  backups === 1 ? 'One backup was cleaned too.' : `${backups} backups were cleaned too.`

/** What went, and a page of it to hand to the person. */
export function WithdrawnDialog({ receipt, onClose }: WithdrawnDialogProps) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useDoing()
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
      {!receipt.clean && (
        <Notice tone="caution" heading="An export is still being written">
          <p>The last traces go when it is done and the program is closed.</p>
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" heading="The page was not saved" announce>
          <p>{problem}</p>
        </Notice>
      )}
    </Dialog>
  )
}
