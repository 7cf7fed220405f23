import { main } from '../../cli/main.ts'
import type { CliRequest, CliRun } from './run-cli.ts'

// Runs one command of the program for each message, and answers with how it ended and what it wrote.
process.on('message', async (request: CliRequest) => {
  process.send?.(await runHere(request))
})

async function runHere({ args, cwd, library }: CliRequest): Promise<CliRun> {
  process.chdir(cwd)
  if (library === null) delete process.env.WORKBOOK_LIBRARY
  else process.env.WORKBOOK_LIBRARY = library
  // Each command listens for the end of its output, which here goes on to the next.
  process.stdout.removeAllListeners('error')
  const [stdout, stderr] = [capture(process.stdout), capture(process.stderr)]
  try {
    return { code: await main(args), stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    stdout.end()
    stderr.end()
  }
}

/** Keeps what is written to a stream instead of writing it, until the end. */
function capture(stream: NodeJS.WriteStream): {
  readonly text: () => string
  readonly end: () => void
} {
  const parts: string[] = []
  const write = stream.write
  stream.write = (part: string | Uint8Array) => {
    parts.push(typeof part === 'string' ? part : Buffer.from(part).toString())
    return true
  }
  return {
    text: () => parts.join(''),
    end: () => {
      stream.write = write
    },
  }
}
