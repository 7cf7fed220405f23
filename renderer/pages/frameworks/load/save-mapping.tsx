import { useState } from 'react'
import { useServices } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { DownloadIcon } from '../../../ui/icons.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import styles from './columns-section.module.css'
import type { OpenFile } from './use-check.ts'

const withoutEnding = (fileName: string): string => fileName.replace(/\.[^.]+$/, '')

/** Saves how a file is read, so that the command line reads it, or a later one like it, in the same way. */
export function SaveMapping({ file, choices, isChecking }: OpenFile) {
  const { client, host } = useServices()
  const { isDoing, problem, run } = useAction()
  const [saved, setSaved] = useState<string | null>(null)
  const save = () =>
    run(async () => {
      setSaved(null)
      const to = await host.chooseDestination(`${withoutEnding(file.name)} mapping.json`, 'json')
      if (to === null) return
      await client.framework.saveMapping({ file: file.permit, to: to.permit, ...choices })
      await host.deliver(to)
      setSaved(to.name)
    })
  return (
    <Stack gap={2}>
      <Row gap={3} align="center" wrap>
        <Button icon={<DownloadIcon />} isPending={isDoing} isDisabled={isChecking} onPress={save}>
          Save how it is read
        </Button>
        <p className={styles.hint} role="status">
          {saved === null
            ? 'Sheet, columns and whatever you settle, as a file for the command line (--mapping).'
            : `Saved as ${saved}.`}
        </p>
      </Row>
      <ProblemNotice heading="It was not saved" problem={problem} />
    </Stack>
  )
}
