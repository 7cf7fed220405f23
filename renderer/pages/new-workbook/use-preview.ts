import { useEffect, useState } from 'react'
import type { ChosenFile } from '../../../shared/host.ts'
import type { CheckPreview } from '../../../shared/model/check.ts'
import { settle } from '../../stores/loadable.ts'
import { useClient } from '../../stores/services.tsx'

/** Which rows of a sheet to show: so many that hold anything, beginning with row `from`. */
interface Scope {
  readonly file: ChosenFile
  readonly sheet: string
  readonly from: number
  readonly rows: number
}

/** Rows of a sheet as the spreadsheet shows them; those before stay until others are here. */
export function usePreview({ file, sheet, from, rows }: Scope): CheckPreview | null {
  const client = useClient()
  const [preview, setPreview] = useState<CheckPreview | null>(null)
  const { permit } = file
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      const answer = await settle(client.framework.preview({ file: permit, sheet, from, rows }))
      if (!isWanted || answer.state !== 'ready' || 'refused' in answer.value) return
      setPreview(answer.value)
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [client, permit, sheet, from, rows])
  return preview?.sheet === sheet ? preview : null
}
