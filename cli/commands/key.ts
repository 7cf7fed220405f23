import type { Command } from 'commander'
import { makeTeamKeyFile, setTeamKey } from '../../engine/keys/team-key.ts'
import { systemClock } from '../../engine/program.ts'
import { getTeamKey } from '../../engine/store/records/workbook.ts'
import { withWorkbook } from '../inputs.ts'
import { namedFile } from '../options.ts'
import { CommandFailure, print, printJson, talk } from '../output.ts'

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

interface TeamKeyOptions {
  readonly set?: string
  readonly clear?: true
  readonly json?: true
}

const TEAM_KEY_EXAMPLES = `
Packages of a workbook that has a team's key are encrypted to it. The key travels in set-up packages, so
that facilitators need no password.

Examples:
  workbook team-key spring.sqlite
  workbook team-key spring.sqlite --set age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p
  workbook team-key spring.sqlite --clear`

/** `team-key BOOK`: the public key to which packages of a workbook are encrypted. */
export function addTeamKey(program: Command): void {
  program
    .command('team-key')
    .description('say or set the public key to which the packages of a workbook are encrypted')
    .argument('<book>', 'a workbook file')
    .option('--set <key>', 'encrypt to this public key from now on')
    .option('--clear', 'encrypt to no key from now on')
    .option('--json', 'print JSON')
    .addHelpText('after', TEAM_KEY_EXAMPLES)
    .action((book: string, { set, clear, json }: TeamKeyOptions) =>
      withWorkbook(book, async workbook => {
        if (set !== undefined && clear) throw new CommandFailure('Choose --set or --clear.', 2)
        if (set !== undefined || clear) await setTeamKey(workbook, set ?? null)
        const publicKey = getTeamKey(workbook.store)?.publicKey ?? null
        if (json) printJson({ file: book, publicKey })
        else print(publicKey ?? 'Packages are not encrypted to a key.')
      }),
    )
}
