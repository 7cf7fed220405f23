import { app, type BrowserWindow } from 'electron'
import { askForPin, type ProgramMenu } from './menu.ts'

/** The time that an unlocked page has to quit before the engine's word of it arrives, in milliseconds. */
const QUIT_LIMIT_MS = 5_000

/** The hold that main keeps on the window while a room has the laptop. */
export interface RoomMode {
  /** Follows what the engine says of the lock. */
  readonly set: (isInRoom: boolean) => void
  readonly isInRoom: () => boolean
  /** Keeps a window from closing, and its developer tools from opening, while a room has it. */
  readonly guard: (window: BrowserWindow) => void
  /** Quits as soon as the engine says that the laptop is the facilitator's; shortly after the call or not at all. */
  readonly quitOnceUnlocked: () => void
  /** Quits whoever has the laptop, where nothing can ask for a PIN any more; it starts as locked as it was. */
  readonly quit: () => void
}

/**
 * Shuts the window while a room has the laptop: full screen, a menu with nothing but *Unlock* and *Quit*, and no way
 * to close it but by the PIN. With the menu its keys go: those of the program, of zoom, and of developer tools.
 */
export function holdRoom(getWindow: () => BrowserWindow | undefined, menu: ProgramMenu): RoomMode {
  let isInRoom = false
  let mayQuit = false
  let quitsUntil = 0

  const quit = () => {
    mayQuit = true
    app.quit()
  }

  const apply = (window: BrowserWindow) => {
    // Without an own full screen the laptop's task bar and other windows would be a touch away.
    window.setKiosk(isInRoom)
    if (isInRoom) window.webContents.closeDevTools()
  }

  return {
    set: next => {
      if (next === isInRoom) return
      isInRoom = next
      mayQuit = false
      menu.setInRoom(isInRoom)
      const window = getWindow()
      if (window) apply(window)
      if (!isInRoom && Date.now() < quitsUntil) quit()
    },
    isInRoom: () => isInRoom,
    guard: window => {
      if (isInRoom) apply(window)
      window.on('close', event => {
        if (!isInRoom || mayQuit) return
        event.preventDefault()
        askForPin(window, 'quit')
      })
      window.webContents.on('devtools-opened', () => {
        if (isInRoom) window.webContents.closeDevTools()
      })
    },
    quitOnceUnlocked: () => {
      if (isInRoom) quitsUntil = Date.now() + QUIT_LIMIT_MS
      else quit()
    },
    quit,
  }
}
