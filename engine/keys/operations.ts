import { os, type RouterParts } from '../operation.ts'
import { getTeamKey } from '../store/records/workbook.ts'
import { newPassphrase } from './phrases.ts'
import { makeTeamKeyFile, setTeamKey } from './team-key.ts'

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
