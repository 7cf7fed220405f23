import { useState } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import { supportWords } from '../../../shared/messages/program/support-report.ts'
import { useServices } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { exportName } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import { FileReady } from '../common/file-ready.tsx'
import styles from './program.module.css'

/** The report for whoever looks into a fault: shown word by word, and only then saved. */
export function SupportReport() {
  const { client, host } = useServices()
  const { isDoing, problem, run } = useAction()
  const [text, setText] = useState<string | null>(null)
  const [saved, setSaved] = useState<ChosenFile | null>(null)
  const show = async () => {
    setSaved(null)
    setText((await client.program.supportReport()).text)
  }
  const save = async (shown: string) => {
    const to = await host.chooseDestination(exportName('Support report', 'txt', new Date()), 'txt')
    if (to === null) return
    await client.program.saveSupportReport({ text: shown, to: to.permit })
    await host.deliver(to)
    setSaved(to)
  }
  return (
    <Stack as="section" gap={4} aria-labelledby="support">
      <h2 id="support" className={styles.heading}>
        If something goes wrong
      </h2>
      <p className={styles.text}>
        A report for support tells whoever helps you what the program met. {supportWords.promise}{' '}
        Nothing is sent: you see all of it first, and give the file on yourself.
      </p>
      {text !== null && (
        // A region that scrolls has to be reached by the keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
        <section className={styles.report} aria-label="Report for support" tabIndex={0} dir="ltr">
          {text}
        </section>
      )}
      <Row gap={3} wrap>
        <Button isDisabled={isDoing} onPress={() => run(show)}>
          {text === null ? 'Show the report' : 'Make it anew'}
        </Button>
        {text !== null && (
          <Button variant="primary" isDisabled={isDoing} onPress={() => run(() => save(text))}>
            Save it as it is shown
          </Button>
        )}
      </Row>
      <ProblemNotice problem={problem} />
      {saved && <FileReady file={saved}>It holds what is shown above, and nothing else.</FileReady>}
    </Stack>
  )
}
