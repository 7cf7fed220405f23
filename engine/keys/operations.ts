import { os, type RouterParts } from '../operation.ts'
import { getTeamKey } from '../store/records/workbook.ts'
import type { ReadableStore } from '../store/store.ts'
import { newPassphrase } from './phrases.ts'
import { makeTeamKeyFile, setTeamKey } from './team-key.ts'

/** The operations on passphrases and keys. */
export const keyOperations = ({ inWorkbook, permits, program }: RouterParts) => ({
  team: inWorkbook(os.keys.team, ({ store }) => teamKey(store)),
  setTeam: inWorkbook(os.keys.setTeam, async (workbook, { publicKey }) => {
    await setTeamKey(workbook, publicKey)
    return teamKey(workbook.store)
  }),
  makeTeam: os.keys.makeTeam.handler(async ({ input: { to } }) => ({
    publicKey: await makeTeamKeyFile(permits.redeem(to), program.clock),
  })),
  suggestPassphrase: os.keys.suggestPassphrase.handler(() => ({ passphrase: newPassphrase() })),
})

const teamKey = (store: ReadableStore) => ({ publicKey: getTeamKey(store)?.publicKey ?? null })
