import { useCallback, useEffect, useState } from 'react'
import { useServices } from '../../stores/services.tsx'
import { useWorkbookId } from '../../stores/workbook-context.tsx'

/** The research team's public key of this workbook, and how it is set; undefined while it is asked for. */
export function useTeamKey() {
  const { client } = useServices()
  const workbook = useWorkbookId()
  const [publicKey, setPublicKey] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let isGone = false
    void client.keys
      .team({ workbook })
      .then(team => {
        if (!isGone) setPublicKey(team.publicKey)
      })
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [client, workbook])
  const set = useCallback(
    async (key: string | null) => {
      const team = await client.keys.setTeam({ workbook, publicKey: key })
      setPublicKey(team.publicKey)
    },
    [client, workbook],
  )
  return { publicKey, set }
}

/** A passphrase that was made by chance, blank until it is there, and how to have another. */
export function useSuggestedPassphrase() {
  const { client } = useServices()
  const [suggested, setSuggested] = useState('')
  const suggest = useCallback(async () => {
    const made = await client.keys.suggestPassphrase().catch(() => null)
    if (made) setSuggested(made.passphrase)
  }, [client])
  useEffect(() => void suggest(), [suggest])
  return { suggested, suggest }
}
