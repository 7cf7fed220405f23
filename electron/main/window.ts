import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { z } from 'zod'
import { describeFault } from '../../engine/describe-fault.ts'
import { APPEARANCES, type Appearance } from '../../shared/host.ts'
import { agreesToLoseUnsaved } from './dialogs.ts'

/** The page's own colours (`--page` of its themes), shown before it has drawn anything. */
const BACKGROUNDS = { light: '#f4f2ec', dark: '#11191c', projector: '#ffffff' } as const

const FIRST_SIZE = { width: 1280, height: 860 }
const SMALLEST_SIZE = { minWidth: 480, minHeight: 480 }

/**
 * Opens the one window at an address of the page, where and as it was closed. `onPageGone` is called when its page has
 * crashed.
 */
export function openWindow(
  settings: SettingsFile,
  address: string,
  onPageGone: (window: BrowserWindow) => void,
): BrowserWindow {
  const { appearance, bounds, maximised } = settings.get()
  applyAppearance(appearance)
  const window = new BrowserWindow({
    ...SMALLEST_SIZE,
    ...(bounds && isOnScreen(bounds) ? bounds : FIRST_SIZE),
    title: 'Framework Workbook',
    icon: join(__dirname, 'icon.png'),
    // Shown at once, in the page's own colour: waiting for the first frame can be waiting for ever.
    backgroundColor: backgroundFor(appearance),
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // The spelling checker fetches its dictionaries from the internet.
      spellcheck: false,
    },
  })
  window.webContents.session.setSpellCheckerEnabled(false)
  if (maximised) window.maximize()
  window.on('close', () => rememberPlace(window, settings))
  // The title is the program's, whatever the page calls itself.
  window.on('page-title-updated', event => event.preventDefault())
  // Without this, a window whose page holds something unsaved would not close and not say why.
  window.webContents.on('will-prevent-unload', event => {
    if (agreesToLoseUnsaved(window)) event.preventDefault()
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') onPageGone(window)
  })
  window.loadURL(address)
  return window
}

/** Remembers where a window is, for the next start. */
export function rememberPlace(window: BrowserWindow, settings: SettingsFile): void {
  settings.change({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
}

/** Applies the page's appearance to the window, menus and dialogs. */
export function applyAppearance(appearance: Appearance, window?: BrowserWindow): void {
  nativeTheme.themeSource = appearance === 'projector' ? 'light' : appearance
  window?.setBackgroundColor(backgroundFor(appearance))
}

/** Brings the window to the front, as when the program is started a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function backgroundFor(appearance: Appearance): string {
  if (appearance === 'projector') return BACKGROUNDS.projector
  return nativeTheme.shouldUseDarkColors ? BACKGROUNDS.dark : BACKGROUNDS.light
}

/** Tests whether a window would be on a screen; false after the projector that it was on was unplugged. */
function isOnScreen(bounds: NonNullable<Settings['bounds']>): boolean {
  const { workArea } = screen.getDisplayMatching(bounds)
  return (
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y >= workArea.y &&
    bounds.y < workArea.y + workArea.height
  )
}

const bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
})

const settings = z.object({
  appearance: z.enum(APPEARANCES),
  /** The place of the window when it was last closed; null before that. */
  bounds: bounds.nullable(),
  maximised: z.boolean(),
  /** The folder of the workbooks that a person chose; null for the usual one. */
  libraryFolder: z.string().nullable().default(null),
})

/** The settings that the shell keeps between starts: the window's place and appearance, and the library's folder. */
type Settings = Readonly<z.infer<typeof settings>>

const FIRST_START: Settings = {
  appearance: 'system',
  bounds: null,
  maximised: false,
  libraryFolder: null,
}

/** The remembered settings, kept in one small file. */
export interface SettingsFile {
  readonly get: () => Settings
  /** Changes some settings. If the disk cannot be written, they last until the program quits. */
  readonly change: (change: Partial<Settings>) => void
}

/** Opens the settings; a missing or invalid file counts as a first start. */
export function openSettings(file: string): SettingsFile {
  let current = readSettings(file)
  return {
    get: () => current,
    change: change => {
      current = { ...current, ...change }
      try {
        writeFileSync(file, `${JSON.stringify(current, null, 2)}\n`)
      } catch (fault) {
        console.error(`The window's settings could not be kept: ${describeFault(fault)}`)
      }
    },
  }
}

function readSettings(file: string): Settings {
  try {
    return settings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return FIRST_START
  }
}
