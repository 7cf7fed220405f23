import type { Command } from 'commander'
import { CommandFailure, print } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'

interface ServeOptions {
  readonly library?: string
  readonly secondPlace?: string
  readonly port?: number
  readonly open: boolean
  readonly newToken?: boolean
}

const EXAMPLES = `
Examples:
  workbook serve
  workbook serve --library workbooks --port 8123 --no-open
  workbook serve --second-place /media/stick
  workbook serve --new-token`

/** `serve`: the browser front, until Ctrl+C. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('open the workbooks of a library in a browser, on this laptop alone')
    .option('--library <folder>', 'the folder with the workbooks; left out, the one of this laptop')
    .option('--second-place <folder>', 'a folder that each backup is copied to, as on a stick')
    .option(
      '--port <n>',
      'the port on 127.0.0.1; left out, the same each time unless it is taken',
      wholeNumber(1, 65535),
    )
    .option('--no-open', 'print the address, open no browser')
    .option('--new-token', 'shut out every page that was opened before, by another token')
    .addHelpText('after', EXAMPLES)
    .action(serve)
}

async function serve({ library, secondPlace, port, open, newToken }: ServeOptions): Promise<void> {
  // Loaded when it is needed, because a web server takes longer to load than most commands to run.
  const { runBrowserFront, stopSignal } = await import('../../server/browser-front.ts')
  try {
    await runBrowserFront({
      libraryFolder: library,
      secondPlace,
      port,
      isNewToken: newToken,
      open,
      print,
      stop: stopSignal(),
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CommandFailure(`Port ${port} is in use. Choose another one with --port.`, 2)
    }
    throw error
  }
}
