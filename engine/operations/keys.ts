import { newPassphrase } from '../keys/phrases.ts'
import { setTeamKey } from '../keys/team-key.ts'
import { makeTeamKeyFile } from '../keys/team-key-file.ts'
import { getTeamKey } from '../store/team-keys.ts'
import { os, type RouterParts } from './implement.ts'

/** The operations on passphrases and keys. */
export function keyOperations({ library, permits, program }: RouterParts) {
  const teamKeyOf = (workbook: string) => ({
    publicKey: getTeamKey(library.require(workbook).store)?.publicKey ?? null,
  })
  return {
    keys: {
      team: os.keys.team.handler(({ input }) => teamKeyOf(input.workbook)),
      setTeam: os.keys.setTeam.handler(({ input: { workbook, publicKey } }) => {
        setTeamKey(library.require(workbook), publicKey)
        return teamKeyOf(workbook)
      }),
      makeTeam: os.keys.makeTeam.handler(async ({ input: { to } }) => ({
        publicKey: await makeTeamKeyFile(permits.redeem(to), program.clock),
      })),
      suggestPassphrase: os.keys.suggestPassphrase.handler(() => ({ passphrase: newPassphrase() })),
    },
  }
}
