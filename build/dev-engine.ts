import { openBrowserFront } from '../server/browser-front.ts'
import { aborted, stopSignal } from '../server/stop-signal.ts'

// Runs from the sources under `node --watch`, with the port and token that the page already knows.
const stop = stopSignal()
const front = await openBrowserFront({
  port: Number(process.env.WORKBOOK_PORT),
  token: process.env.WORKBOOK_TOKEN,
})
await aborted(stop)
await front.close()
