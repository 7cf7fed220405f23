import { CommanderError } from 'commander'
import { endProcess } from '../engine/disk/end-process.ts'
import { makePrivately } from '../engine/disk/modes.ts'
import { isAnyPlaceSilent } from '../engine/disk/open-questions.ts'
import type { ErrorCode } from '../shared/contract/errors.ts'
import { commandLine, isCommand } from './command-line.ts'
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
    const program = await commandLine(argv[0])
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    return failed(error, argv)
  }
}

async function failed(error: unknown, argv: readonly string[]): Promise<number> {
  if (error instanceof CommanderError) return misused(error, argv)
  if (error instanceof CommandFailure) {
    talk(error.message)
    return error.exitCode
  }
  // With the words of all errors, which a command that succeeds may never need.
  const { WorkbookError } = await import('../engine/errors.ts')
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
  const help = isCommand(asked) ? `workbook ${asked} --help` : 'workbook --help'
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
    endProcess(0)
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
    if (process.listenerCount(name) === 0) process.once(name, () => endProcess(code))
  }
}

/** Waits until what was printed has left the process. */
async function printed(): Promise<void> {
  for (const out of [process.stdout, process.stderr]) {
    await new Promise<unknown>(resolve => out.write('', resolve))
  }
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2))
  // By itself the process would wait for ever for a share whose network is gone; whatever is the command's own is done.
  if (await isAnyPlaceSilent()) {
    await printed()
    endProcess(process.exitCode)
  }
}
