import { statSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import {
  type BrowserWindow,
  clipboard,
  ipcMain,
  MessageChannelMain,
  shell,
  type WebFrameMain,
} from 'electron'
import { z } from 'zod'
import { packagesIn } from '../../engine/files/permits.ts'
import { COMMAND_CONTEXTS, type CommandContext } from '../../shared/commands.ts'
import {
  APPEARANCES,
  type Appearance,
  type ChosenFile,
  DESTINATION_FORMATS,
  FILE_PURPOSES,
  PACKAGE_PLACES,
} from '../../shared/host.ts'
import { wordsFor } from '../../shared/messages/errors.ts'
import { CHANNELS } from '../channels.ts'
import type { FileToGrant } from '../engine-messages.ts'
import { askForDestination, askForFiles, askForPackages, askForSecondPlace } from './dialogs.ts'
import type { EngineHost } from './engine-host.ts'
import type { HandedFiles } from './handed-files.ts'
import { isPageUrl } from './page-security.ts'

const purpose = z.enum(FILE_PURPOSES)
const packagePlace = z.enum(PACKAGE_PLACES)
const format = z.enum(DESTINATION_FORMATS)
const context = z.enum(COMMAND_CONTEXTS)
const appearance = z.enum(APPEARANCES)
/** A file name; characters that would lead to another folder are replaced. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .transform(name => name.replace(/[\\/:*?"<>|]/g, ' ').trim())

/** The parts of main that the page's requests need. */
export interface PageRequestOptions {
  readonly getWindow: () => BrowserWindow | undefined
  readonly engine: EngineHost
  /** Tests whether the laptop is in a room's hands, where no file goes in or out. */
  readonly isInRoom: () => boolean
  readonly handed: HandedFiles
  readonly onQuit: () => void
  /** Asks for another folder for the workbooks; null where it stays the same. */
  readonly onChooseLibrary: (window: BrowserWindow) => Promise<string | null>
  readonly onContext: (context: CommandContext) => void
  readonly onAppearance: (appearance: Appearance) => void
}

/** Answers the requests of the page, and of no other sender: see `requireOwnWindow`. */
export function answerPage(options: PageRequestOptions): void {
  const { getWindow, engine, isInRoom, handed, onQuit, onChooseLibrary, ...told } = options
  const { onContext, onAppearance } = told
  const destinations = new Map<string, string>()
  const dropped = createDroppedFiles()
  const permit = async (file: FileToGrant): Promise<ChosenFile> => ({
    permit: await engine.grant(file),
    name: file.name,
  })

  const answer = (
    channel: string,
    handler: (window: BrowserWindow, ...args: readonly unknown[]) => unknown,
  ) =>
    ipcMain.handle(channel, (event, ...args) =>
      handler(requireOwnWindow(event, getWindow), ...args),
    )

  /** Answers what only a facilitator may ask: whatever has to do with files. */
  const answerFacilitator: typeof answer = (channel, handler) =>
    answer(channel, (window, ...args) => {
      if (isInRoom()) throw new Error(wordsFor('LOCKED', {}))
      return handler(window, ...args)
    })

  answer(CHANNELS.quit, onQuit)
  answer(CHANNELS.callEngine, window => {
    const { port1, port2 } = new MessageChannelMain()
    window.webContents.postMessage(CHANNELS.engineLine, null, [port1])
    engine.openLine(port2)
  })
  answerFacilitator(CHANNELS.chooseFile, async (window, why) => {
    const [file] = (await askForFiles(window, purpose.parse(why), 'one')) ?? []
    return file ? permit(file) : null
  })
  answerFacilitator(CHANNELS.chooseFiles, async (window, why) => {
    const files = await askForFiles(window, purpose.parse(why), 'several')
    return files && Promise.all(files.map(permit))
  })
  answerFacilitator(CHANNELS.choosePackages, async (window, from) => {
    const files = await askForPackages(window, packagePlace.parse(from))
    return files && Promise.all(files.map(permit))
  })
  answerFacilitator(CHANNELS.filesDropped, (_window, paths) => dropped.put(paths))
  answerFacilitator(CHANNELS.takeDropped, () => {
    const file = dropped.takeOne()
    return file && permit(file)
  })
  answerFacilitator(CHANNELS.takeDroppedPackages, () =>
    Promise.all(dropped.takePackages().map(permit)),
  )
  answerFacilitator(CHANNELS.takeHanded, () => Promise.all(handed.take().map(permit)))
  answerFacilitator(CHANNELS.chooseDestination, async (window, name, ending) => {
    const file = await askForDestination(window, fileName.parse(name), format.parse(ending))
    if (!file) return null
    const chosen = await permit(file)
    destinations.set(chosen.permit, file.path)
    return chosen
  })
  answerFacilitator(CHANNELS.showInFolder, (_window, token) => {
    const path = destinations.get(z.string().parse(token))
    if (path) shell.showItemInFolder(path)
  })
  answerFacilitator(CHANNELS.chooseLibrary, onChooseLibrary)
  answerFacilitator(CHANNELS.chooseSecondPlace, async window => {
    const folder = await askForSecondPlace(window)
    return folder && permit(folder)
  })
  answer(CHANNELS.clearCopies, (_window, hasCopied) => clearCopies(z.boolean().parse(hasCopied)))
  answer(CHANNELS.contextChanged, (_window, value) => onContext(context.parse(value)))
  answer(CHANNELS.appearanceChanged, (_window, value) => onAppearance(appearance.parse(value)))
}

/** Clears the clipboard if a person copied something, and what Linux copies as soon as it is selected. */
function clearCopies(hasCopied: boolean): void {
  if (hasCopied) clipboard.clear()
  clipboard.selection?.clear()
}

/**
 * The window of the page that asks, if the request comes from its main frame. Throws for any other
 * sender.
 */
function requireOwnWindow(
  { senderFrame }: { readonly senderFrame: WebFrameMain | null },
  getWindow: () => BrowserWindow | undefined,
): BrowserWindow {
  const window = getWindow()
  const isOurs = senderFrame !== null && senderFrame === window?.webContents.mainFrame
  if (!isOurs || !isPageUrl(senderFrame.url)) throw new Error('Refused: not asked by the page.')
  return window
}

/** The packages that a person dropped on the page last, to be taken once. */
export interface DroppedFiles {
  /** Remembers the paths of the files, as the preload saw them in the drop itself. */
  readonly put: (paths: unknown) => void
  /** The first file, if it is one; null for a folder, for a drop without a file, and after it was taken. */
  readonly takeOne: () => FileToGrant | null
  /** Every file, and the packages of every folder. */
  readonly takePackages: () => readonly FileToGrant[]
}

const isFile = (path: string): boolean =>
  isAbsolute(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)

const isFolder = (path: string): boolean =>
  isAbsolute(path) && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)

const toGrant = (path: string): FileToGrant => ({ path, name: basename(path) })

/** Starts without dropped files. */
function createDroppedFiles(): DroppedFiles {
  let dropped: readonly string[] = []
  const take = (): readonly string[] => {
    const paths = dropped
    dropped = []
    return paths
  }
  return {
    put: paths => {
      dropped = z.array(z.string()).parse(paths)
    },
    takeOne: () => {
      const [path] = take()
      return path !== undefined && isFile(path) ? toGrant(path) : null
    },
    takePackages: () =>
      take().flatMap(path => {
        if (isFolder(path)) return packagesIn(path)
        return isFile(path) ? [toGrant(path)] : []
      }),
  }
}
