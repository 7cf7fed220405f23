import { z } from 'zod'
import { filePermit, ofWorkbook, operation } from './operation.ts'

const teamKey = z.object({ publicKey: z.string().nullable() })

/** What may be asked about passphrases and keys. */
export const keysContract = {
  keys: {
    /** The public key of the research team to which packages are encrypted; null for none. */
    team: operation.input(ofWorkbook).output(teamKey),
    setTeam: operation.input(ofWorkbook.extend(teamKey.shape)).output(teamKey),
    /**
     * Makes a team's keys: the private one goes into the file that a person chose, which must be new; the
     * public one is given.
     */
    makeTeam: operation
      .input(z.object({ to: filePermit }))
      .output(z.object({ publicKey: z.string() })),
    /** A passphrase of six words that nobody chose. */
    suggestPassphrase: operation.output(z.object({ passphrase: z.string() })),
  },
}
