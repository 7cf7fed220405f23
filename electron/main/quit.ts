import { app, BrowserWindow, powerMonitor, session } from 'electron'
import { SESSION_END } from '../session-end.ts'
import type { EngineHost } from './engine-host.ts'

/** Delays the first request to quit until every workbook is closed. */
export function quitAfterClosing(engine: EngineHost): void {
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    engine.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

/**
 * Quits without a question at the end of the session, when the system ends the program's processes all at once:
 * nothing is asked of anybody who is on their way out, and what was not acknowledged waits sealed for the next start.
 * A laptop that a room has starts as locked as it was. `remember` is called while the window is still there.
 */
export function quitAtSessionEnd(engine: EngineHost, remember: () => void): void {
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    // Chromium would start its lost processes again, and stop with a crash when it cannot.
    app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
    remember()
    session.defaultSession.flushStorageData()
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    await engine.close()
    app.exit()
  }
  for (const signal of SESSION_END) process.on(signal, end)
  powerMonitor.on('shutdown', end)
  // Windows tells the windows.
  app.on('browser-window-created', (_event, window) => window.on('session-end', end))
}
