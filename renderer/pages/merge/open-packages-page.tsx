import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { ChosenFile } from '../../../shared/host.ts'
import { routes } from '../../app/routes.ts'
import { refusedPackages } from '../../data/loadable.ts'
import type { ReadingOptions } from '../../data/merge-store.ts'
import { useServices } from '../../data/services.tsx'
import { useAction } from '../../data/use-query.ts'
import { Spinner } from '../../ui/feedback/loaded.tsx'
import { ProblemNotice } from '../../ui/feedback/notice.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Stack } from '../../ui/layout/stack.tsx'
import { areEncrypted, ChoosePackages, OpenEncrypted } from './choose-packages.tsx'

/** Opens packages on a laptop that has no workbook of their study yet, with what opens encrypted ones. */
function useOpening() {
  const { client } = useServices()
  const [, go] = useLocation()
  const { problem, run } = useAction()
  const [isOpening, setIsOpening] = useState(false)
  const [locked, setLocked] = useState<Locked | null>(null)
  const open = async (
    files: readonly ChosenFile[],
    { passphrase, key }: Pick<ReadingOptions, 'passphrase' | 'key'>,
  ) => {
    setIsOpening(true)
    try {
      const made = await client.package.open({
        files: files.map(({ permit }) => permit),
        ...(passphrase !== undefined && { passphrase }),
        ...(key && { keyFile: key.permit }),
      })
      // Whoever opens a set-up is about to meet people; without a workshop there is only the framework to see.
      go(made.workshops > 0 ? routes.workshops(made.id) : routes.framework(made.id))
    } catch (error) {
      const codes = refusedPackages(error).map(({ code }) => code)
      if (!areEncrypted(codes)) throw error
      setLocked({ files, codes, attempt: (locked?.attempt ?? 0) + 1 })
    } finally {
      setIsOpening(false)
    }
  }
  return {
    problem,
    isOpening,
    locked,
    take: (get: () => Promise<readonly ChosenFile[] | null>) => {
      setLocked(null)
      run(async () => {
        const files = await get()
        if (files !== null && files.length > 0) await open(files, {})
      })
    },
    unlock: (secret: Pick<ReadingOptions, 'passphrase' | 'key'>) =>
      run(() => open(locked?.files ?? [], secret)),
  }
}

/** Packages that could not be opened without a passphrase or a key. */
interface Locked {
  readonly files: readonly ChosenFile[]
  readonly codes: readonly string[]
  readonly attempt: number
}

/** Opens a package on a laptop that has no workbook of its study yet: a workbook is made from it. */
export function OpenPackagesPage() {
  const { host } = useServices()
  const { problem, isOpening, locked, take, unlock } = useOpening()
  const onHanded = useEffectEvent((files: readonly ChosenFile[]) => take(async () => files))
  useEffect(() => host.onPackagesHanded(files => onHanded(files)), [host])
  return (
    <Stack gap={6}>
      <PageHeading title="Open a package">
        <p>
          From a set-up package this laptop gets the framework and the workshops, ready for its
          first participant. A package with ratings becomes a workbook with these ratings.
        </p>
      </PageHeading>
      <ProblemNotice heading="The package was not opened" problem={problem} />
      {locked && !isOpening && (
        <OpenEncrypted key={locked.attempt} codes={locked.codes} onOpen={unlock} />
      )}
      {isOpening ? (
        <Spinner label="Making a workbook from the package" />
      ) : (
        <ChoosePackages
          onChoose={from => take(() => host.choosePackages(from))}
          onDrop={dropped => take(() => host.takeDroppedPackages(dropped))}
          isBack={problem !== null}
        />
      )}
    </Stack>
  )
}
