import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectPath } from '../../build/project.ts'
import { type Benchmark, compare } from './benchmark.ts'

const STARTS = 15

/** The least that a server of this page could be: Node's own, which says where it is and sends it. */
const BARE_SERVER = `
  const { createServer } = require('node:http'), { readFileSync } = require('node:fs')
  const server = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html')
    reply.end(readFileSync('dist/renderer/index.html'))
  })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'))
`

/** From starting the browser front's process to its first page, against a bare server of that page. */
export async function benchBrowserFront(): Promise<Benchmark> {
  const library = mkdtempSync(join(tmpdir(), 'workbook-front-'))
  const serve = ['build/workbook.ts', 'serve', '--no-open', '--library', library]
  return compare('start of the browser front to its first page', STARTS, {
    floor: () => untilFirstPage(['-e', BARE_SERVER]),
    ours: () => untilFirstPage(serve),
  })
}

async function untilFirstPage(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: projectPath(''),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const page = await fetch(await addressOf(child))
    const html = await page.text()
    if (!html.includes('<html')) throw new Error('What was served is not the page.')
  } finally {
    child.kill('SIGKILL')
  }
}

/** The first address that a server prints. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server ended before it said where it is.')))
    if (!child.stdout) throw new Error('The server has no output to read.')
    createInterface({ input: child.stdout }).on('line', line => {
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0]
      if (address) resolve(address)
    })
  })
}
