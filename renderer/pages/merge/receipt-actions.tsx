import { useState } from 'react'
import type { MergeReceipt } from '../../../shared/model/exchange.ts'
import { useServices } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { Button } from '../../ui/button.tsx'
import { DownloadIcon, PrintIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useDoing } from '../people/use-doing.ts'
import styles from './receipt-actions.module.css'

/** A name that sorts by the moment of the merge, which is what tells receipts apart. */
const nameOf = ({ mergedAt }: MergeReceipt, format: 'html' | 'json'): string =>
  `Receipt ${mergedAt.slice(0, 19).replaceAll(':', '-').replace('T', ' ')}.${format}`

/** Takes a receipt away: on paper, as a page for people or as a file for programs. */
export function ReceiptActions({ receipt }: { readonly receipt: MergeReceipt }) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const { isDoing, problem, run } = useDoing()
  const [saved, setSaved] = useState<string | null>(null)
  const save = (format: 'html' | 'json') =>
    run(async () => {
      setSaved(null)
      const to = await host.chooseDestination(nameOf(receipt, format), format)
      if (to === null) return
      await client.merge.writeReceipt({ workbook, receipt: receipt.id, format, to: to.permit })
      await host.deliver(to)
      setSaved(to.name)
    })
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button icon={<PrintIcon />} onPress={() => window.print()}>
          Print
        </Button>
        <Button icon={<DownloadIcon />} isPending={isDoing} onPress={() => save('html')}>
          Save as a page
        </Button>
        <Button icon={<DownloadIcon />} isPending={isDoing} onPress={() => save('json')}>
          Save as JSON
        </Button>
      </div>
      {problem && (
        <Notice tone="danger" heading="The receipt was not saved" announce>
          <p>{problem}</p>
        </Notice>
      )}
      {!problem && saved && <Notice tone="positive" heading={`${saved} is saved`} announce />}
    </div>
  )
}
