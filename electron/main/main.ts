import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import { defaultLibraryFolder } from '../../engine/workbooks/library-folder.ts'
import { CHANNELS } from '../channels.ts'
import { askAfterGivingUp, askAfterPageGone, type Remedy } from './dialogs.ts'
import { type EngineHost, hostEngine } from './engine-host.ts'
import { showMenu } from './menu.ts'
import { answerPage } from './page-requests.ts'
import { refuseAllElse, refusePermissions, registerPageScheme, servePage } from './page-security.ts'
import { createPdfDrawer } from './pdf-drawer.ts'
import { holdRoom } from './room-mode.ts'
import { applyAppearance, focusWindow, openSettings, openWindow } from './window.ts'

/** Starts the program once Electron is ready: one engine, one window, and the connections between them. */
function start(): void {
  let window: BrowserWindow | undefined
  const getWindow = () => window
  const settings = openSettings(join(app.getPath('userData'), 'window.json'))
  const engine = hostEngine({
    start: { libraryFolder: defaultLibraryFolder(), appVersion: app.getVersion() },
    node: process.env.WORKBOOK_ENGINE_NODE,
    drawPdf: createPdfDrawer(),
    onLost: () => window?.webContents.send(CHANNELS.engineLost),
    onLock: isInRoom => room.set(isInRoom),
    onGivenUp: () => window && remedy(askAfterGivingUp(window), engine.tryAgain, room.quit),
  })
  const menu = showMenu(getWindow, () => app.quit())
  const room = holdRoom(getWindow, menu)
  answerPage({
    getWindow,
    engine,
    isInRoom: room.isInRoom,
    onQuit: room.quitOnceUnlocked,
    onContext: menu.offer,
    onAppearance: appearance => {
      settings.change({ appearance })
      applyAppearance(appearance, window)
    },
  })
  refusePermissions(session.defaultSession)
  servePage(join(__dirname, '..', 'renderer'))

  const open = () => {
    window = openWindow(settings, crashed =>
      remedy(askAfterPageGone(crashed), () => crashed.webContents.reload(), room.quit),
    )
    room.guard(window)
    window.once('closed', () => {
      window = undefined
    })
  }
  open()
  app.on('second-instance', () => (window ? focusWindow(window) : open()))
  app.on('activate', () => (window ? focusWindow(window) : open()))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  quitAfterClosing(engine)
}

async function remedy(
  chosen: Promise<Remedy>,
  tryAgain: () => void,
  quit: () => void,
): Promise<void> {
  if ((await chosen) === 'quit') quit()
  else tryAgain()
}

/** Delays the first request to quit until every workbook is closed. */
function quitAfterClosing(engine: EngineHost): void {
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

registerPageScheme()
refuseAllElse()
// The name by which Windows keeps the program's windows together in its task bar; that of its shortcut.
app.setAppUserModelId('org.framework-workbook.desktop')
if (app.requestSingleInstanceLock()) app.whenReady().then(start)
else app.quit()
