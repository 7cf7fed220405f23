import type { ReactNode } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import { useServices } from '../../data/services.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Button } from '../../ui/input/button.tsx'

interface FileReadyProps {
  readonly file: ChosenFile
  /** A few words on it, and on what comes next. */
  readonly children: ReactNode
}

/** The notice that a file was written and handed over, with the way to its folder where there is one. */
export function FileReady({ file, children }: FileReadyProps) {
  const { showInFolder } = useServices().host
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
      <p>{children}</p>
    </Notice>
  )
}
