import type { Command } from 'commander'
import { setTeamKey } from '../../engine/keys/team-key.ts'
import { getTeamKey } from '../../engine/store/team-keys.ts'
import { CommandFailure } from '../failure.ts'
import { print, printJson } from '../output.ts'
import { withWorkbook } from '../with-workbook.ts'

interface TeamKeyOptions {
  readonly set?: string
  readonly clear?: true
  readonly json?: true
}

const EXAMPLES = `
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
    .addHelpText('after', EXAMPLES)
    .action((book: string, { set, clear, json }: TeamKeyOptions) =>
      withWorkbook(book, workbook => {
        if (set !== undefined && clear) throw new CommandFailure('Choose --set or --clear.', 2)
        if (set !== undefined || clear) setTeamKey(workbook, set ?? null)
        const publicKey = getTeamKey(workbook.store)?.publicKey ?? null
        if (json) printJson({ file: book, publicKey })
        else print(publicKey ?? 'Packages are not encrypted to a key.')
      }),
    )
}
