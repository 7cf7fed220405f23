/**
 * Runs many commands of the command line in this one process, as each would run in its own: starting the
 * program takes longer than most commands. Takes lists of arguments as JSON on standard input, and gives
 * what came of each as JSON on standard output.
 */
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { CLI, type CliRun } from '../cli/run-cli.ts'

type CommandLine = typeof import('../../cli/main.ts')
type Write = typeof process.stdout.write

const { main }: CommandLine = await import(pathToFileURL(CLI).href)
const commands: readonly (readonly string[])[] = JSON.parse(await text(process.stdin))

// Each command listens for a reader that has had enough.
process.stdout.setMaxListeners(0)
const runs: CliRun[] = []
for (const args of commands) runs.push(await run(args))
process.stdout.write(JSON.stringify(runs))

async function run(args: readonly string[]): Promise<CliRun> {
  const stdout: string[] = []
  const stderr: string[] = []
  const letGo = [collect(process.stdout, stdout), collect(process.stderr, stderr)]
  const code = await main(args)
  for (const restore of letGo) restore()
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

/** Keeps what is written to a stream from being written, until what is given is called. */
function collect(stream: NodeJS.WriteStream, into: string[]): () => void {
  const write = stream.write
  stream.write = ((chunk: string | Uint8Array) => {
    into.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString())
    return true
  }) as Write
  return () => {
    stream.write = write
  }
}
