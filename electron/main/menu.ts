import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { assertNever } from '../../shared/assert-never.ts'
import {
  COMMANDS,
  type Command,
  type CommandContext,
  isAvailable,
  MENUS,
  type MenuName,
  type PageCommand,
  type ShellCommand,
} from '../../shared/commands.ts'
import type { PinReason } from '../../shared/host.ts'
import { CHANNELS } from '../channels.ts'

const ON_A_MAC = process.platform === 'darwin'
/** Second keys of commands: the plus key without Shift gives an equals sign. */
const KEYS_TOO: Readonly<Partial<Record<Command['id'], string>>> = {
  'zoom-in': 'CommandOrControl+=',
}
const ZOOM_STEP = 0.1
const ZOOM_RANGE = { smallest: 0.5, largest: 3 }

/** The menu of the program. */
export interface ProgramMenu {
  /** Fits it to a context. */
  readonly offer: (context: CommandContext) => void
  /** Puts the room's menu in its place, which has nothing but *Unlock* and *Quit*, or takes that away again. */
  readonly setInRoom: (isInRoom: boolean) => void
}

/** Shows the menu, made from the list of commands. */
export function showMenu(
  getWindow: () => BrowserWindow | undefined,
  quit: () => void,
): ProgramMenu {
  const give = (command: Command) => {
    const window = getWindow()
    if (command.by === 'page') sendToPage(window, command)
    else doInShell(command, window, quit)
  }
  const menu = Menu.buildFromTemplate(template(give))
  Menu.setApplicationMenu(menu)
  const offer = (context: CommandContext) => {
    for (const command of COMMANDS) {
      const item = menu.getMenuItemById(command.id)
      if (item) item.enabled = isAvailable(command, context)
    }
  }
  offer('library')
  const roomMenu = Menu.buildFromTemplate(roomTemplate(reason => askForPin(getWindow(), reason)))
  return {
    offer,
    setInRoom: isInRoom => Menu.setApplicationMenu(isInRoom ? roomMenu : menu),
  }
}

/** Has the page ask for the PIN. */
export function askForPin(window: BrowserWindow | undefined, reason: PinReason): void {
  window?.webContents.send(CHANNELS.askForPin, reason)
}

/** The menu while a room has the laptop. On a Mac the first menu bears the program's name. */
function roomTemplate(ask: (reason: PinReason) => void): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Facilitator',
      submenu: [
        { id: 'unlock', label: 'Unlock…', click: () => ask('unlock') },
        { id: 'quit', label: 'Quit…', click: () => ask('quit') },
      ],
    },
  ]
}

/**
 * The template of the menu. On a Mac the program's own menu is first and holds Quit; the Edit menu
 * makes copy and paste work.
 */
function template(give: (command: Command) => void): MenuItemConstructorOptions[] {
  const ours = MENUS.map(name => ({ label: name, submenu: menuItems(name, give) }))
  const [file, ...others] = ours
  return [
    ...(ON_A_MAC ? [{ role: 'appMenu' as const }] : []),
    ...(file ? [file] : []),
    { role: 'editMenu' },
    ...others,
  ]
}

function menuItems(name: MenuName, give: (command: Command) => void): MenuItemConstructorOptions[] {
  const commands = COMMANDS.filter(
    command => command.menu === name && !(ON_A_MAC && command.id === 'quit'),
  )
  return commands.flatMap((command, index) => {
    const before = commands[index - 1]
    const startsGroup = before !== undefined && before.group !== command.group
    return [
      ...(startsGroup ? [{ type: 'separator' as const }] : []),
      menuItem(command, give),
      ...secondKeysItem(command, give),
    ]
  })
}

function menuItem(command: Command, give: (command: Command) => void): MenuItemConstructorOptions {
  return {
    id: command.id,
    label: command.label,
    ...(command.keys ? { accelerator: command.keys.replace('Mod', 'CommandOrControl') } : {}),
    click: () => give(command),
  }
}

/** An invisible item for the second keys of a command, as an item takes only one set. */
function secondKeysItem(
  command: Command,
  give: (command: Command) => void,
): MenuItemConstructorOptions[] {
  const accelerator = KEYS_TOO[command.id]
  return accelerator
    ? [{ label: command.label, accelerator, visible: false, click: () => give(command) }]
    : []
}

function sendToPage(window: BrowserWindow | undefined, command: PageCommand): void {
  window?.webContents.send(CHANNELS.command, command.id)
}

function doInShell(
  command: ShellCommand,
  window: BrowserWindow | undefined,
  quit: () => void,
): void {
  switch (command.id) {
    case 'quit':
      quit()
      break
    case 'zoom-in':
      zoom(window, factor => factor + ZOOM_STEP)
      break
    case 'zoom-out':
      zoom(window, factor => factor - ZOOM_STEP)
      break
    case 'zoom-reset':
      zoom(window, () => 1)
      break
    case 'full-screen':
      window?.setFullScreen(!window.isFullScreen())
      break
    default:
      assertNever(command.id)
  }
}

function zoom(window: BrowserWindow | undefined, change: (factor: number) => number): void {
  if (!window) return
  const { smallest, largest } = ZOOM_RANGE
  const wanted = change(window.webContents.getZoomFactor())
  window.webContents.setZoomFactor(Math.min(largest, Math.max(smallest, wanted)))
}
