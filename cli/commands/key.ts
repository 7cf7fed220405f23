import type { Command } from 'commander'
import { systemClock } from '../../engine/clock.ts'
import { makeTeamKeyFile } from '../../engine/keys/team-key-file.ts'
import { print, printJson, talk } from '../output.ts'
import { namedFile } from '../values.ts'

interface KeyOptions {
  readonly json?: true
}

const EXAMPLES = `
Packages that are encrypted to the public key can be read by whoever has the file, and by nobody else:
keep the file with the research team, with a copy in a safe place. There is no way in without it.

Examples:
  workbook key team.key
  workbook key team.key --json`

/** `key NEW-FILE`: makes a research team's keys. */
export function addKey(program: Command): void {
  program
    .command('key')
    .description('make a research team’s keys: the private one in a file, the public one printed')
    .argument('<new-file>', 'where the private key is kept; never replaced')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { json }: KeyOptions) => {
      const publicKey = await makeTeamKeyFile(namedFile(file), systemClock)
      if (json) printJson({ file, publicKey })
      else print(publicKey)
      talk(`The private key is in ${file}. Keep it with the team, with a copy in a safe place.`)
    })
}
