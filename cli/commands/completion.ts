import { Argument, type Command } from 'commander'
import { completionScript, SHELLS, type Shell } from '../completion.ts'
import { manualPage } from '../manual.ts'
import { printText } from '../output.ts'

const EXAMPLES = `
Examples:
  workbook completion bash > completion.bash
  workbook completion fish > ~/.config/fish/completions/workbook.fish`

/** `completion SHELL`: the script that has a shell complete the commands. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print the script that has a shell complete commands and options')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action((shell: Shell) => printText(completionScript(program, shell)))
}

/** `manual`: the manual page. */
export function addManual(program: Command): void {
  program
    .command('manual')
    .description('print the manual page, for man')
    .addHelpText('after', '\nExamples:\n  workbook manual > workbook.1 && man ./workbook.1')
    .action(() => printText(manualPage(program)))
}
