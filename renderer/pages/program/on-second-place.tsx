import { useState } from 'react'
import { useClient, useLibrary } from '../../data/services.tsx'
import { useAction, useQuery } from '../../data/use-query.ts'
import { Notice, ProblemNotice } from '../../ui/feedback/notice.tsx'
import { formatMoment } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import styles from './program.module.css'

/** The workbooks on the second place that the library has not, each to be brought back. */
export function OnSecondPlace() {
  const client = useClient()
  const refresh = useLibrary(state => state.refresh)
  const { answer, retry } = useQuery('there', () => client.program.listSecondPlace())
  const { isDoing, problem, run } = useAction()
  const [brought, setBrought] = useState<string | null>(null)
  const bring = async (name: string) => {
    const { title } = await client.program.bringFromSecondPlace({ name })
    setBrought(title)
    retry()
    await refresh()
  }
  const others = answer.state === 'ready' ? answer.value : []
  return (
    <>
      {others.length > 0 && (
        <Stack gap={3}>
          <p>Backups of workbooks that are not on this laptop:</p>
          <ul className={styles.list}>
            {others.map(({ name, file, newest }) => (
              <Row as="li" key={name} gap={[2, 4]} align="center" justify="between" wrap>
                <span>
                  <strong>{file}</strong>, of {formatMoment(newest)}
                </span>
                <Button isDisabled={isDoing} onPress={() => run(() => bring(name))}>
                  Bring it back
                </Button>
              </Row>
            ))}
          </ul>
        </Stack>
      )}
      {brought !== null && (
        <Notice tone="positive" heading={`“${brought}” is back`} announce>
          <p>It is among the workbooks, as it was when that backup was made.</p>
        </Notice>
      )}
      <ProblemNotice problem={problem} />
    </>
  )
}
