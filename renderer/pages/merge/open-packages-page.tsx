import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ChosenFile } from '../../../shared/host.ts'
import { routes } from '../../routes.ts'
import { useServices } from '../../stores/services.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useDoing } from '../people/use-doing.ts'
import { ChoosePackages } from './choose-packages.tsx'
import styles from './merge-page.module.css'

/** Opens a package on a laptop that has no workbook of its study yet: a workbook is made from it. */
export function OpenPackagesPage() {
  const { client, host } = useServices()
  const [, go] = useLocation()
  const { isDoing, problem, run } = useDoing()
  const [isOpening, setIsOpening] = useState(false)
  const open = (get: () => Promise<readonly ChosenFile[] | null>) =>
    run(async () => {
      const files = await get()
      if (files === null || files.length === 0) return
      setIsOpening(true)
      try {
        const made = await client.package.open({ files: files.map(({ permit }) => permit) })
        go(routes.framework(made.id))
      } finally {
        setIsOpening(false)
      }
    })
  return (
    <div className={styles.page}>
      <PageHeading title="Open a package">
        <p>
          From a set-up package this laptop gets the framework and the workshops, ready for its
          first participant. A package with ratings becomes a workbook with these ratings.
        </p>
      </PageHeading>
      {problem && (
        <Notice tone="danger" heading="The package was not opened" announce>
          <p>{problem}</p>
        </Notice>
      )}
      {isDoing && isOpening ? (
        <Spinner label="Making a workbook from the package" />
      ) : (
        <ChoosePackages
          onChoose={from => open(() => host.choosePackages(from))}
          onDrop={dropped => open(() => host.takeDroppedPackages(dropped))}
          isBack={problem !== null}
        />
      )}
    </div>
  )
}
