import { pathToFileURL } from 'node:url'
import { stopSignal } from '../server/stop-signal.ts'
import { buildIfStale } from './build.ts'
import { projectPath } from './project.ts'
import { runDesktop } from './start/desktop.ts'

type BrowserFrontBundle = typeof import('../server/browser-front.ts')

await buildIfStale(['renderer', 'node', 'desktop'])
const stop = stopSignal()
const outcome = await runDesktop(stop)
if (outcome.kind === 'obstacle' && !stop.aborted) {
  console.error(`${outcome.reason}, so the workbook opens in a browser instead.`)
  const bundle = pathToFileURL(projectPath('dist/node/server.mjs')).href
  const { runBrowserFront }: BrowserFrontBundle = await import(bundle)
  await runBrowserFront({ stop, open: true, print: line => console.log(line) })
}
