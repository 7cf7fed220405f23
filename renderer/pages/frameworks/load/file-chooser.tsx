import { useState } from 'react'
import { problemOf } from '../../../data/loadable.ts'
import { useServices } from '../../../data/services.tsx'
import { ProgressBar } from '../../../ui/feedback/loaded.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { DownloadIcon, FileIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { DropArea } from '../../../ui/input/drop-area.tsx'
import { Stack } from '../../../ui/layout/stack.tsx'
import styles from './file-chooser.module.css'
import type { Check } from './use-check.ts'

/** An area to drop or choose a framework file, and the wait while it is read. */
export function FileChooser({ stage, choose, drop }: Pick<Check, 'stage' | 'choose' | 'drop'>) {
  if (stage.at === 'reading') {
    return (
      <div className={styles.reading} role="status">
        <ProgressBar label={`Reading ${stage.name}`} />
      </div>
    )
  }
  const takeFirst = ({ files }: DataTransfer) => {
    const file = files.item(0)
    if (file) drop(file)
  }
  return (
    <>
      <DropArea label="Framework file" onDrop={takeFirst}>
        <div>
          <p className={styles.ask}>Drop the spreadsheet here, or choose it</p>
          <p className={styles.hint}>
            An Excel workbook (.xlsx, .xls), OpenDocument (.ods) or csv, with a row of headings and
            a row for each indicator.
          </p>
        </div>
        <Button variant="primary" size="large" icon={<FileIcon />} onPress={() => void choose()}>
          Choose a file
        </Button>
      </DropArea>
      <TemplateOffer />
    </>
  )
}

type Saving =
  | { readonly at: 'rest' }
  | { readonly at: 'writing' }
  | { readonly at: 'saved'; readonly name: string }
  | { readonly at: 'failed'; readonly message: string }

function useTemplate() {
  const { client, host } = useServices()
  const [saving, setSaving] = useState<Saving>({ at: 'rest' })
  const save = async () => {
    try {
      const to = await host.chooseDestination('framework-template.xlsx', 'xlsx')
      if (to === null) return
      setSaving({ at: 'writing' })
      await client.framework.template({ to: to.permit })
      await host.deliver(to)
      setSaving({ at: 'saved', name: to.name })
    } catch (error) {
      setSaving({ at: 'failed', message: problemOf(error).message })
    }
  }
  return { saving, save }
}

/** For those who start from nothing: a spreadsheet to fill in. */
function TemplateOffer() {
  const { saving, save } = useTemplate()
  return (
    <Stack as="section" gap={3} align="start" aria-labelledby="template-heading">
      <h2 id="template-heading">Starting from nothing?</h2>
      <p className={styles.words}>
        Save a template, fill in a row for each indicator, and choose it here. It has the headings,
        an example and lists to choose from.
      </p>
      <Button
        icon={<DownloadIcon />}
        isPending={saving.at === 'writing'}
        onPress={() => void save()}
      >
        Save a template
      </Button>
      {saving.at === 'saved' && (
        <Notice tone="positive" heading="The template is saved" announce>
          <p>{saving.name}</p>
        </Notice>
      )}
      {saving.at === 'failed' && (
        <Notice tone="danger" heading="The template was not saved" announce>
          <p>{saving.message}</p>
        </Notice>
      )}
    </Stack>
  )
}
