import { routes } from '../../app/routes.ts'
import { useClient } from '../../data/services.tsx'
import { useQuery } from '../../data/use-query.ts'
import { useWorkbook, useWorkbookId } from '../../data/workbook-context.tsx'
import { formatMoment } from '../../ui/format.ts'
import { DownloadIcon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/input/button.tsx'
import { Row, Stack } from '../../ui/layout/stack.tsx'
import styles from './workshop-page.module.css'

/** The last step of a facilitator's day: the package for the team, and when it was last written. */
export function SendCollected({ workshop }: { readonly workshop: string }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const revision = useWorkbook(state => state.revision.study)
  const { answer } = useQuery(`${workshop} ${revision}`, () =>
    client.study.sent({ workbook, workshop }),
  )
  return (
    <Stack as="section" gap={3} aria-labelledby="send-heading">
      <h2 id="send-heading" className={styles.heading}>
        When everybody is done
      </h2>
      <Row gap={[2, 4]} align="center" wrap>
        <LinkButton href={routes.exportPackage(workbook, workshop)} icon={<DownloadIcon />}>
          Send what was collected to the team
        </LinkButton>
        {answer.state === 'ready' && (
          <p className={styles.venue}>
            {answer.value === null
              ? 'Not done yet on this laptop.'
              : `Last done on ${formatMoment(answer.value.sentAt)}: ${answer.value.file}`}
          </p>
        )}
      </Row>
    </Stack>
  )
}
