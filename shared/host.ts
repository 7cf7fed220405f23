import type { ContractRouterClient } from '@orpc/contract'
import type { CommandContext, PageCommandId } from './commands.ts'
import type { Contract } from './contract/contract.ts'
import { PICTURE_FORMATS } from './model/exports.ts'

/** The contract as the page calls it; the same in every front. */
export type EngineClient = ContractRouterClient<Contract>

/**
 * The present line to the engine. `lost` is temporary: the host starts a new engine, and tells
 * `connected` with a new client. `refused` lasts until a person acts: the program is there, and takes this
 * page for one that it did not open. Calls that were pending when the line was lost are rejected; sending a
 * record again with the same id is safe.
 */
export type EngineLine =
  | { readonly state: 'connected'; readonly client: EngineClient }
  | { readonly state: 'lost' | 'refused' }

/** A file that a person chose: the token that stands for it in the contract, and its name for people. */
export interface ChosenFile {
  readonly permit: string
  readonly name: string
}

/** One of several files that a person chose, or the reason why it cannot be taken. */
export type TakenFile = ChosenFile | { readonly name: string; readonly refused: string }

/** The purposes of choosing a file, which decide the endings that a dialog offers. */
export const FILE_PURPOSES = ['framework', 'ratings', 'hands', 'pictures', 'key'] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

/** The places to choose packages from: one or more files, or every package in a folder. */
export const PACKAGE_PLACES = ['files', 'folder'] as const
export type PackagePlace = (typeof PACKAGE_PLACES)[number]

/** The ending of a package's name. */
export const PACKAGE_ENDING = '.workbook'

/** Tests by its name whether a file is a package; other files of a folder are passed over. */
export const isPackageName = (name: string): boolean => name.toLowerCase().endsWith(PACKAGE_ENDING)

/** The depth to which a folder of packages is searched. */
export const DEEPEST_FOLDER = 4

/**
 * The formats that can be exported from a page; each is the ending of the file. A folder of Parquet is
 * none of them, and `pdf` is for the desktop alone.
 */
const EXPORT_FORMATS = ['xlsx', 'docx', 'pptx', 'csv', 'html', 'pdf', 'zip'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The formats that can be written to a file that a person chose; each is the ending of the file. */
export const DESTINATION_FORMATS = [
  ...EXPORT_FORMATS,
  ...PICTURE_FORMATS,
  'json',
  'key',
  'txt',
  'workbook',
] as const
export type DestinationFormat = (typeof DESTINATION_FORMATS)[number]

/** The appearances of the page; `system` follows the laptop's own setting. */
export const APPEARANCES = ['system', 'light', 'dark', 'projector'] as const
export type Appearance = (typeof APPEARANCES)[number]

/** The sizes of the page's text, in percent of the usual one. */
export const TEXT_SIZES = ['100', '115', '130'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** The reasons for which a program around the page asks for the PIN while a room has the laptop. */
export type PinReason = 'unlock' | 'quit'

/**
 * The services that the page needs from the program around it, whatever front that is. Plain values and
 * functions only, so that the desktop can pass it over its context bridge.
 */
export interface HostServices {
  readonly front: 'desktop' | 'browser'
  /** Asks for a file to read; null when the person cancels. */
  readonly chooseFile: (purpose: FilePurpose) => Promise<ChosenFile | null>
  /** Asks for one or more files to read; null when the person cancels. */
  readonly chooseFiles: (purpose: FilePurpose) => Promise<readonly TakenFile[] | null>
  /** Asks for packages to read; null when the person cancels, empty when a folder has none. */
  readonly choosePackages: (from: PackagePlace) => Promise<readonly ChosenFile[] | null>
  /** Asks for a destination to write to; null when the person cancels. Nothing is written yet. */
  readonly chooseDestination: (
    suggestedName: string,
    format: DestinationFormat,
  ) => Promise<ChosenFile | null>
  /** Hands over a destination once it is written: a browser downloads it; the desktop's is in place. */
  readonly deliver: (destination: ChosenFile) => Promise<void>
  /** Shows a written destination in the laptop's own file manager; null where that cannot be done. */
  readonly showInFolder: ((destination: ChosenFile) => Promise<void>) | null
  /** Calls back for each command given outside the page, as in a menu. Returns a function that stops it. */
  readonly onCommand: (listener: (command: PageCommandId) => void) => () => void
  /**
   * Calls back with packages that a person opened outside the page, as by a double-click: those that wait, then each
   * time. Returns a function that stops it.
   */
  readonly onPackagesHanded: (listener: (files: readonly ChosenFile[]) => void) => () => void
  /** Calls back when the PIN is asked for outside the page, as in a menu. Returns a function that stops it. */
  readonly onAskForPin: (listener: (reason: PinReason) => void) => () => void
  /** Quits the program, once the laptop is the facilitator's; null where a browser's tab is closed instead. */
  readonly quit: (() => Promise<void>) | null
  /**
   * Clears what a person leaves outside the page when they hand over: the clipboard if they copied something, and on
   * Linux what they selected. Rejects where it is not allowed now, as in a browser without a press.
   */
  readonly clearCopies: (hasCopied: boolean) => Promise<void>
  /**
   * Asks for another folder for the workbooks, and opens the library in it; null when the person cancels, and where the
   * program was told its folder at its start. Null in a browser, whose program is told at its start.
   */
  readonly chooseLibrary: (() => Promise<string | null>) | null
  /** Asks for the folder that backups are copied to; null when the person cancels. Null in a browser, which knows no folders. */
  readonly chooseSecondPlace: (() => Promise<ChosenFile | null>) | null
  /** Tells the present context, so that a menu offers only commands that apply. */
  readonly contextChanged: (context: CommandContext) => void
  /** Tells the page's appearance, so that the window around it matches from its first moment. */
  readonly appearanceChanged: (appearance: Appearance) => void
}

/** The program around the page, with the line to the engine. */
export interface WorkbookHost extends HostServices {
  /**
   * Opens the line to the engine and tells its state, now and after each change. Called once, when the
   * page starts. Returns a function that closes it.
   */
  readonly connect: (listener: (line: EngineLine) => void) => () => void
}

/**
 * The object that the desktop's preload puts on `window.workbookHost`; in a browser there is none.
 * Ports cannot pass a context bridge, so `callEngine` asks for one and it arrives as a window message.
 */
export interface DesktopBridge extends HostServices {
  readonly callEngine: () => void
  /** The file that a person dropped on the page just now; null where it was no file. */
  readonly takeDropped: () => Promise<ChosenFile | null>
  /** The files that were dropped just now, and the packages in each folder that was. */
  readonly takeDroppedPackages: () => Promise<readonly ChosenFile[]>
}

/**
 * The window messages by which the desktop hands over the line to the engine: `engine-line` carries
 * the port as its one transferred port, `engine-lost` carries none.
 */
export type EngineLineMessage = 'engine-line' | 'engine-lost'
