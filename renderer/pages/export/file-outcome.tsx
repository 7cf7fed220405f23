import { formatBytes } from '../../format.ts'
import { useServices } from '../../stores/services.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ExportStage } from './use-export.ts'

/** What came of writing a file: where it is, or why there is none. */
export function FileOutcome({ stage }: { readonly stage: ExportStage }) {
  const { host } = useServices()
  if (stage.at === 'failed') {
    return (
      <Notice tone="danger" heading="The file was not written" announce>
        <p>{stage.message}</p>
      </Notice>
    )
  }
  if (stage.at !== 'written') return null
  const { file, bytes } = stage
  const { showInFolder } = host
  return (
    <Notice
      tone="positive"
      heading={`${file.name} is ready`}
      announce
      actions={
        showInFolder && (
          <Button onPress={() => void showInFolder(file)}>Show it in its folder</Button>
        )
      }
    >
      <p>
        {formatBytes(bytes)}.{' '}
        {host.front === 'browser'
          ? 'Your browser has put it with your other downloads.'
          : 'It is where you chose to save it.'}
      </p>
    </Notice>
  )
}
