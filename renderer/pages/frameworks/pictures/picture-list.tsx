import type { Indicator } from '../../../../shared/model/framework.ts'
import { useClient } from '../../../data/services.tsx'
import { useAction } from '../../../data/use-query.ts'
import { useWorkbookId } from '../../../data/workbook-context.tsx'
import { ProblemNotice } from '../../../ui/feedback/notice.tsx'
import { Button } from '../../../ui/input/button.tsx'
import { AS_BROUGHT } from '../../../ui/language/language-context.tsx'
import { Paged } from '../../../ui/layout/paged.tsx'
import { VisuallyHidden } from '../../../ui/layout/visually-hidden.tsx'
import { Picture } from '../../../ui/pictures/picture.tsx'
import { usePictures } from '../../../ui/pictures/pictures-context.tsx'
import styles from './pictures-section.module.css'

const PER_PAGE = 12

/** The pictures of a framework with their indicators, each of which can be taken away. */
export function PictureList({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const client = useClient()
  const workbook = useWorkbookId()
  const { of } = usePictures()
  const { isDoing, problem, run } = useAction()
  const remove = (indicator: string) =>
    run(async () => {
      await client.framework.removePictures({ workbook, indicators: [indicator] })
    })
  return (
    <>
      <Paged what="pictures" items={indicators.filter(({ id }) => of.has(id))} perPage={PER_PAGE}>
        {shown => (
          <ul className={styles.pictures}>
            {shown.map(({ id, code, title }) => (
              <li key={id} className={styles.one}>
                <Picture indicator={id} className={styles.picture} />
                <p {...AS_BROUGHT}>
                  <strong>{code}</strong> {title}
                </p>
                <p className={styles.quiet} {...AS_BROUGHT}>
                  {of.get(id)?.description || 'Nobody says what it shows.'}
                </p>
                <Button variant="quiet" isFlush isPending={isDoing} onPress={() => remove(id)}>
                  Take away
                  <VisuallyHidden> the picture of {code}</VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Paged>
      <ProblemNotice heading="The picture was not taken away" problem={problem} />
    </>
  )
}
