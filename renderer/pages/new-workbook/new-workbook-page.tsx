import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { CheckedFile } from './checked-file.tsx'
import { CreateForm, useDraft } from './create-form.tsx'
import { FileChooser } from './file-chooser.tsx'
import styles from './new-workbook-page.module.css'
import { useCheck } from './use-check.ts'

/** Makes a workbook: choose the framework's file, settle what it means, then create. */
export function NewWorkbookPage() {
  const check = useCheck()
  const { stage } = check
  const [draft, setDraft] = useDraft(stage.at === 'open' ? stage.open.file : null)
  return (
    <div className={styles.page}>
      <PageHeading title="New workbook">
        <p>
          Load the framework that you want to test. You see what was understood of it first; nothing
          is stored before you create the workbook.
        </p>
      </PageHeading>
      {stage.at === 'refused' && (
        <Notice tone="danger" heading="This file cannot be loaded" announce>
          <p>{stage.message}</p>
        </Notice>
      )}
      {stage.at === 'open' ? (
        <CheckedFile
          open={stage.open}
          check={check}
          next={({ remember, ...ready }) => (
            <CreateForm
              key={ready.file.permit}
              {...ready}
              draft={draft}
              onDraft={setDraft}
              onCreated={remember}
            />
          )}
        />
      ) : (
        <FileChooser {...check} />
      )}
    </div>
  )
}
