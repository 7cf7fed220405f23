import { counted } from '../../../shared/messages/figures.ts'
import type { Description, DescriptionConflict } from '../../../shared/model/conflict.ts'
import { formatMoment } from '../../ui/format.ts'
import { Button } from '../../ui/input/button.tsx'
import { Paged } from '../../ui/layout/paged.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { VisuallyHidden } from '../../ui/layout/visually-hidden.tsx'
import styles from './conflicts-page.module.css'
import type { Resolving } from './use-resolving.ts'

const PER_PAGE = 12

interface DescriptionsProps {
  readonly descriptions: readonly DescriptionConflict[]
  readonly resolving: Pick<Resolving, 'isDoing' | 'describe'>
  readonly nameOf: (device: string) => string
}

const wordsOf = ({ code, group }: Description): string => `${code}, ${group}`

/** People whom laptops describe differently, with the codes and groups to choose from. */
export function Descriptions({ descriptions, resolving, nameOf }: DescriptionsProps) {
  if (descriptions.length === 0) return null
  return (
    <Stack as="section" gap={3} aria-labelledby="descriptions">
      <h2 id="descriptions" className={styles.heading}>
        {counted(descriptions.length, 'person', 'people')} described differently
      </h2>
      <p className={styles.about}>
        Two laptops corrected the code or the group. The answers are the same; until one is chosen,
        the last of these counts.
      </p>
      <Paged what="people described differently" items={descriptions} perPage={PER_PAGE}>
        {shown => (
          <ul>
            {shown.map(({ participant, workshop, sides }) => (
              <li key={participant} className={styles.item}>
                <h3 className={styles.title} dir="auto">
                  {sides.at(-1)?.code}, {workshop}
                </h3>
                <div className={styles.sides}>
                  {sides.map(side => (
                    <div key={side.id} className={styles.side}>
                      <p className={styles.answer} dir="auto">
                        {wordsOf(side)}
                      </p>
                      <dl className={styles.facts}>
                        <div>
                          <dt>Laptop</dt>
                          <dd>
                            <bdi>{nameOf(side.device)}</bdi>
                          </dd>
                        </div>
                        <div>
                          <dt>Said</dt>
                          <dd>{formatMoment(side.recordedAt)}</dd>
                        </div>
                      </dl>
                      <div className={styles.action}>
                        <Button
                          isPending={resolving.isDoing}
                          onPress={() => resolving.describe(side.id)}
                        >
                          This one counts<VisuallyHidden>: {wordsOf(side)}</VisuallyHidden>
                        </Button>
                      </div>
                    </div>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Stack>
  )
}
