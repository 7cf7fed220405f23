import { useState } from 'react'
import { problemOf } from '../../host/problem.ts'
import { useServices } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'
import { exportName } from './export-name.ts'
import type { Protection } from './protection-choice.tsx'
import type { ExportStage } from './use-export.ts'

/** What a package may hold. */
export type PackageContents = 'everything' | 'workshops' | 'setup'

/** What a package is to hold, and who can read it; a set-up is always open. */
interface PackageRequest {
  readonly contents: PackageContents
  readonly workshops: readonly string[]
  readonly protection: Protection
}

function protectedBy(protection: Protection) {
  switch (protection.kind) {
    case 'team':
      return {}
    case 'passphrase':
      return { passphrase: protection.passphrase.trim() }
    case 'none':
      return { unencrypted: true }
  }
}

/** Asks where to write a package, has it written and read back there, and hands the file over. */
export function usePackageExport(title: string) {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [stage, setStage] = useState<ExportStage>({ at: 'choosing' })
  const write = async ({ contents, workshops, protection }: PackageRequest) => {
    try {
      const about = contents === 'setup' ? `${title} set-up` : title
      const file = await host.chooseDestination(
        exportName(about, 'workbook', new Date()),
        'workbook',
      )
      if (file === null) return
      setStage({ at: 'writing' })
      const { bytes } = await client.package.write({
        workbook,
        to: file.permit,
        setup: contents === 'setup',
        ...(contents === 'workshops' && { workshops: [...workshops] }),
        ...(contents !== 'setup' && protectedBy(protection)),
      })
      await host.deliver(file)
      setStage({ at: 'written', file, bytes })
    } catch (error) {
      setStage({ at: 'failed', message: problemOf(error).message })
    }
  }
  return { stage, write }
}
