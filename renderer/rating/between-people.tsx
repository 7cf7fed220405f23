import { routes } from '../routes.ts'
import { useWorkbookId } from '../stores/workbook-context.tsx'
import { LinkButton } from '../ui/button.tsx'
import { ArrowRightIcon } from '../ui/icons.tsx'
import styles from './calm-page.module.css'

/** The two ways on between two people: the next one starts, or the facilitator takes over. */
export function BetweenPeople({ workshop }: { readonly workshop: string }) {
  const workbook = useWorkbookId()
  return (
    <div className={styles.actions}>
      <LinkButton
        href={routes.join(workbook, workshop)}
        variant="primary"
        size="large"
        trailingIcon={<ArrowRightIcon />}
      >
        I’m the next person
      </LinkButton>
      <LinkButton href={routes.workshop(workbook, workshop)} variant="quiet">
        Back to the workshop (facilitator)
      </LinkButton>
    </div>
  )
}
