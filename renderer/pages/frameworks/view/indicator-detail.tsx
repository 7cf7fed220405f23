import {
  DATA_TYPE_NAMES,
  STATUS_CHOICES,
  sectionPath,
} from '../../../../shared/messages/framework.ts'
import { FIELD_WORDS } from '../../../../shared/messages/indicator-fields.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { factFields } from '../../../../shared/model/indicator-fields.ts'
import { routes } from '../../../app/routes.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { ArrowLeftIcon, ArrowRightIcon } from '../../../ui/icons.tsx'
import { LinkButton } from '../../../ui/input/button.tsx'
import { useFocusOnArrival } from '../../../ui/layout/page-heading.tsx'
import { Row, Stack } from '../../../ui/layout/stack.tsx'
import { Picture } from '../../../ui/pictures/picture.tsx'
import { RetireIndicator } from '../versions/edit-indicator.tsx'
import styles from './indicator-detail.module.css'

interface IndicatorDetailProps {
  readonly indicator: Indicator
  /** The indicators to go on to, in order. */
  readonly among: readonly Indicator[]
  /** The framework version that it is of. */
  readonly framework: string
}

interface FactProps {
  readonly label: string
  readonly value: string
}

function Fact({ label, value }: FactProps) {
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd dir="auto" className={value ? undefined : styles.none}>
        {value || 'Not given'}
      </dd>
    </div>
  )
}

function Neighbours({ indicator, among }: Omit<IndicatorDetailProps, 'framework'>) {
  const workbook = useWorkbookId()
  const place = among.findIndex(({ code }) => code === indicator.code)
  const before = place > 0 ? among[place - 1] : undefined
  const after = place === -1 ? undefined : among[place + 1]
  return (
    <Row aria-label="Other indicators" as="nav" gap={3} justify="between" wrap>
      {before && (
        <LinkButton href={routes.framework(workbook, before.code)} icon={<ArrowLeftIcon />}>
          <bdi>{before.code}</bdi>
        </LinkButton>
      )}
      {after && (
        <LinkButton href={routes.framework(workbook, after.code)} trailingIcon={<ArrowRightIcon />}>
          <bdi>{after.code}</bdi>
        </LinkButton>
      )}
    </Row>
  )
}

/** One indicator with everything that the framework says of it. */
export function IndicatorDetail({ indicator, among, framework }: IndicatorDetailProps) {
  const workbook = useWorkbookId()
  const heading = useFocusOnArrival<HTMLHeadingElement>(indicator.code)
  const { code, title, easyRead, dataType, status, section, outcome } = indicator
  return (
    <article className={styles.detail} aria-labelledby="indicator">
      <div className={styles.back}>
        <LinkButton href={routes.framework(workbook)} variant="quiet" icon={<ArrowLeftIcon />}>
          All indicators
        </LinkButton>
      </div>
      <Stack gap={2}>
        <Row gap={[2, 4]} align="center" justify="between" wrap>
          <p className={styles.code} dir="auto">
            {code}
          </p>
          <div className={styles.actions}>
            <LinkButton href={routes.editIndicator(workbook, code)} variant="quiet">
              Change it
            </LinkButton>
            <RetireIndicator key={indicator.id} indicator={indicator} against={framework} />
          </div>
        </Row>
        <h2 id="indicator" ref={heading} tabIndex={-1} dir="auto">
          {title}
        </h2>
      </Stack>
      <Picture indicator={indicator.id} className={styles.picture} />
      {easyRead && (
        <div className={styles.plain}>
          <p className={styles.label}>In plain words</p>
          <p className={styles.plainWords} dir="auto">
            {easyRead}
          </p>
        </div>
      )}
      <dl className={styles.facts}>
        <Fact label="Definition" value={indicator.definition} />
        {factFields('long').map(field => (
          <Fact key={field} label={FIELD_WORDS[field].name} value={indicator[field]} />
        ))}
        <Fact label="Expected outcome" value={outcome} />
        <Fact label="Section" value={sectionPath(section)} />
      </dl>
      <dl className={styles.short}>
        {factFields('short').map(field => (
          <Fact key={field} label={FIELD_WORDS[field].name} value={indicator[field]} />
        ))}
        <Fact label="Data type" value={dataType ? DATA_TYPE_NAMES[dataType] : ''} />
        <Fact label="Status" value={status ? STATUS_CHOICES[status] : ''} />
      </dl>
      {indicator.notes && (
        <dl className={styles.notes}>
          <Fact label="Notes from its file, not shown to people who rate" value={indicator.notes} />
        </dl>
      )}
      <Neighbours indicator={indicator} among={among} />
    </article>
  )
}
