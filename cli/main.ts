import { CommanderError } from 'commander'
import { makePrivately } from '../engine/disk/modes.ts'
import { WorkbookError } from '../engine/errors.ts'
import type { ErrorCode } from '../shared/contract/errors.ts'
import { commandLine } from './command-line.ts'
import { CommandFailure, talk } from './output.ts'

/** The errors of the laptop or the file itself, rather than of what was asked. */
const FAULTS: readonly ErrorCode[] = [
  'CANNOT_WRITE_FILE',
  'DAMAGED_BACKUP',
  'DAMAGED_WORKBOOK',
  'DISK_FULL',
  'DISK_GONE',
  'FILE_IN_USE',
  'FILE_NOT_ALLOWED',
]

/**
 * Runs one command. Resolves to how the process should exit: 0 done, 1 a fault, 2 input or usage that
 * cannot be worked with; then one plain sentence is on standard error.
 */
export async function main(argv: readonly string[]): Promise<number> {
  makePrivately()
  endWithReader()
  if (argv[0] !== 'serve') endWhenAsked()
  try {
    await commandLine().parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    return failed(error, argv)
  }
}

function failed(error: unknown, argv: readonly string[]): number {
  if (error instanceof CommanderError) return misused(error, argv)
  if (error instanceof CommandFailure) {
    talk(error.message)
    return error.exitCode
  }
  if (error instanceof WorkbookError) {
    talk(error.message)
    return FAULTS.includes(error.code) ? 1 : 2
  }
  talk(`The program failed: ${error instanceof Error ? error.message : String(error)}`)
  return 1
}

function misused(error: CommanderError, argv: readonly string[]): number {
  if (error.exitCode === 0) return 0
  // Commander has printed the help instead: nothing was asked for.
  if (error.code === 'commander.help') return 2
  const [asked = ''] = argv
  const known = commandLine().commands.some(command => command.name() === asked)
  const help = known ? `workbook ${asked} --help` : 'workbook --help'
  talk(`${asSentence(error.message)} See ${help}.`)
  return 2
}

function asSentence(message: string): string {
  const text = message.replace(/^error: /, '').replace(/\s+/g, ' ')
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return /[.)]$/.test(sentence) ? sentence : `${sentence}.`
}

/** Ends quietly when whoever reads the output has had enough, as `head` has. */
function endWithReader(): void {
  process.stdout.once('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault
    process.exit(0)
  })
}

/**
 * Ends by the usual way when Ctrl+C is pressed or the console is closed, so that a half-written export goes too.
 * `serve` has an end of its own.
 */
function endWhenAsked(): void {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGBREAK: 130 } as const
  for (const [name, code] of Object.entries(codes)) {
    // The same process may run several commands, and one listener is enough.
    if (process.listenerCount(name) === 0) process.once(name, () => process.exit(code))
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
