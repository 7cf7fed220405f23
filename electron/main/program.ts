import { join } from 'node:path'
import { app, type BrowserWindow, session } from 'electron'
import type { PageCommandId } from '../../shared/commands.ts'
import { CHANNELS } from '../channels.ts'
import { askAfterGivingUp, askAfterPageGone, type Remedy } from './dialogs.ts'
import type { EngineChild } from './engine-child.ts'
import { hostEngine } from './engine-host.ts'
import { createHandedFiles, type HandedFiles } from './handed-files.ts'
import { chooseLibrary, libraryFolderOf } from './library-choice.ts'
import { showMenu } from './menu.ts'
import { answerPage } from './page-requests.ts'
import {
  PAGE_URL,
  refuseAllElse,
  refusePermissions,
  registerPageScheme,
  servePage,
} from './page-security.ts'
import { createPdfDrawer } from './pdf-drawer.ts'
import { quitAfterClosing, quitAtSessionEnd } from './quit.ts'
import { holdRoom } from './room-mode.ts'
import { applyAppearance, focusWindow, openSettings, openWindow, rememberPlace } from './window.ts'

/** The address of the page that opens packages. */
const OPEN_PACKAGES_URL = `${PAGE_URL}#/open`

/** Starts the program once Electron is ready: one engine, one window, and the connections between them. */
function start(startEngine: () => EngineChild, handed: HandedFiles): void {
  let window: BrowserWindow | undefined
  const getWindow = () => window
  const settings = openSettings(join(app.getPath('userData'), 'window.json'))
  const engine = hostEngine({
    start: () => ({ libraryFolder: libraryFolderOf(settings), appVersion: app.getVersion() }),
    startChild: startEngine,
    drawPdf: createPdfDrawer(),
    onLost: () => window?.webContents.send(CHANNELS.engineLost),
    onLock: isInRoom => {
      // What was opened while a room has the laptop is not there once it is given back.
      if (isInRoom) handed.take()
      room.set(isInRoom)
    },
    onGivenUp: () => window && remedy(askAfterGivingUp(window), engine.tryAgain, room.quit),
  })
  const menu = showMenu(getWindow, () => app.quit())
  const room = holdRoom(getWindow, menu)
  answerPage({
    getWindow,
    engine,
    isInRoom: room.isInRoom,
    handed,
    onQuit: room.quitOnceUnlocked,
    onChooseLibrary: async asking => {
      const folder = await chooseLibrary(asking, settings)
      if (folder !== null) engine.restart()
      return folder
    },
    onContext: context => {
      menu.offer(context)
      // A page that says where it is listens: what was opened before it did is offered once more.
      if (window && handed.areWaiting()) offerHanded(window)
    },
    onAppearance: appearance => {
      settings.change({ appearance })
      applyAppearance(appearance, window)
    },
  })
  refusePermissions(session.defaultSession)
  servePage(join(__dirname, '..', 'renderer'))

  const open = () => {
    window = openWindow(settings, handed.areWaiting() ? OPEN_PACKAGES_URL : PAGE_URL, crashed =>
      remedy(askAfterPageGone(crashed), () => crashed.webContents.reload(), room.quit),
    )
    room.guard(window)
    window.once('closed', () => {
      window = undefined
    })
  }
  quitAfterClosing(engine)
  quitAtSessionEnd(engine, () => window && rememberPlace(window, settings))
  open()
  const show = () => (window ? focusWindow(window) : open())
  app.on('activate', show)
  receiveHanded(handed, { isInRoom: room.isInRoom, getWindow, show })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

interface Shown {
  readonly isInRoom: () => boolean
  readonly getWindow: () => BrowserWindow | undefined
  /** Brings the window to the front, or opens one. */
  readonly show: () => void
}

/** Shows the window at each further start and each file that is opened, which nothing comes of in a room. */
function receiveHanded(handed: HandedFiles, { isInRoom, getWindow, show }: Shown): void {
  const receive = (words: readonly string[], folder: string) => {
    if (!isInRoom()) handed.put(words, folder)
    const open = getWindow()
    show()
    if (open && handed.areWaiting()) offerHanded(open)
  }
  app.on('second-instance', (_event, words, folder) => receive(words, folder))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    receive([path], '')
  })
}

/** Has a page that is open go where packages are opened, and take those that wait. */
function offerHanded({ webContents }: BrowserWindow): void {
  webContents.send(CHANNELS.command, 'open-packages' satisfies PageCommandId)
  webContents.send(CHANNELS.packagesHanded)
}

async function remedy(
  chosen: Promise<Remedy>,
  tryAgain: () => void,
  quit: () => void,
): Promise<void> {
  if ((await chosen) === 'quit') quit()
  else tryAgain()
}

/** Runs the program, or hands its words to the one that runs already. `startEngine` starts an engine's process. */
export function runProgram(startEngine: () => EngineChild): void {
  // Chromium asks Linux for its voices only if it is told to; elsewhere this says nothing.
  app.commandLine.appendSwitch('enable-speech-dispatcher')
  registerPageScheme()
  refuseAllElse()
  // The name by which Windows keeps the program's windows together in its task bar; that of its shortcut.
  app.setAppUserModelId('org.framework-workbook.desktop')
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  const handed = createHandedFiles()
  handed.put(process.argv, process.cwd())
  const handOver = (event: { readonly preventDefault: () => void }, path: string) => {
    event.preventDefault()
    handed.put([path], '')
  }
  // A Mac tells of a file this way, and of the first one before the program is ready.
  app.on('open-file', handOver)
  app.whenReady().then(() => {
    app.off('open-file', handOver)
    start(startEngine, handed)
  })
}
