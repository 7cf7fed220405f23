import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'vite'
import { aborted, stopSignal } from '../server/stop-signal.ts'
import { BROWSER_FRONT_PATHS } from '../shared/browser-front.ts'
import { projectPath } from './project.ts'
import rendererConfig from './vite/renderer.config.ts'

const ENGINE_PORT = 5174
const engineAddress = `http://127.0.0.1:${ENGINE_PORT}`

const stop = stopSignal()
const token = randomBytes(32).toString('base64url')

const engine = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', projectPath('build/dev-engine.ts')],
  {
    stdio: 'inherit',
    env: { ...process.env, WORKBOOK_PORT: String(ENGINE_PORT), WORKBOOK_TOKEN: token },
  },
)

// The engine's own checks stay on; the page comes from elsewhere only here, so the origin is rewritten.
const toEngine = {
  target: engineAddress,
  changeOrigin: true,
  ws: true,
  rewriteWsOrigin: true,
  headers: { origin: engineAddress },
}
const page = await createServer({
  ...rendererConfig,
  configFile: false,
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(Object.values(BROWSER_FRONT_PATHS).map(path => [path, toEngine])),
  },
})
await page.listen()
console.log(
  `Framework Workbook, reloading as it is edited: ${page.resolvedUrls?.local[0]}#token=${token}`,
)

await aborted(stop)
engine.kill('SIGTERM')
await page.close()
