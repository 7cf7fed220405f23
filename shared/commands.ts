import { assertNever } from './assert-never.ts'

/**
 * The contexts of a command: the library, with no workbook open; a workbook; or, with the laptop in a
 * participant's hands, a page from which nobody may stray into other people's ratings.
 */
export const COMMAND_CONTEXTS = ['library', 'workbook', 'participant'] as const
export type CommandContext = (typeof COMMAND_CONTEXTS)[number]

/** The menus, in their order. */
export const MENUS = ['File', 'View', 'Help'] as const
export type MenuName = (typeof MENUS)[number]

/** A group of commands: a heading in the help sheet, and a line in the menu. */
export type CommandGroup =
  | 'Workbooks'
  | 'Program'
  | 'Go to'
  | 'Charts'
  | 'Appearance'
  | 'Size'
  | 'Help'

/** The commands that the page carries out; the program around it sends these and no others. */
export type PageCommandId =
  | 'new-workbook'
  | 'explore-example'
  | 'open-packages'
  | 'export'
  | 'export-package'
  | 'merge'
  | 'library'
  | 'framework'
  | 'workshops'
  | 'results'
  | 'chart-tables'
  | 'appearance-system'
  | 'appearance-light'
  | 'appearance-dark'
  | 'appearance-projector'
  | 'settings'
  | 'help'
  | 'help-keys'
  | 'about'

/** The commands that the program around the page carries out; in a browser, the browser does. */
export type ShellCommandId = 'quit' | 'zoom-in' | 'zoom-out' | 'zoom-reset' | 'full-screen'

interface CommandBase {
  readonly label: string
  readonly menu: MenuName
  readonly group: CommandGroup
  /** The keys, written `Mod+Shift+K`, where Mod is Ctrl, or Command on a Mac; null when it has none. */
  readonly keys: string | null
  /** The contexts in which it makes sense: all, or only in a workbook. */
  readonly when: 'always' | 'workbook'
}

export type PageCommand = CommandBase & { readonly by: 'page'; readonly id: PageCommandId }
export type ShellCommand = CommandBase & { readonly by: 'shell'; readonly id: ShellCommandId }

/** A command that a person can give by menu, by keys or by a control of the page. */
export type Command = PageCommand | ShellCommand

type Placed = 'menu' | 'group'
type Unplaced = Omit<PageCommand, Placed> | Omit<ShellCommand, Placed>

const page = (id: PageCommandId, label: string, keys: string | null = null): Unplaced => ({
  id,
  label,
  keys,
  when: 'always',
  by: 'page',
})
const inWorkbook = (id: PageCommandId, label: string, keys: string): Unplaced => ({
  id,
  label,
  keys,
  when: 'workbook',
  by: 'page',
})
const shell = (id: ShellCommandId, label: string, keys: string): Unplaced => ({
  id,
  label,
  keys,
  when: 'always',
  by: 'shell',
})
const place = (menu: MenuName, group: CommandGroup, commands: readonly Unplaced[]): Command[] =>
  commands.map(command => ({ ...command, menu, group }))

/** The one list of commands: menu, keys and the help sheet are all made from it. */
export const COMMANDS: readonly Command[] = [
  ...place('File', 'Workbooks', [
    page('new-workbook', 'New workbook from a framework file…', 'Mod+O'),
    page('open-packages', 'Open a package…'),
    page('explore-example', 'Explore the example'),
    inWorkbook('export', 'Export results…', 'Mod+E'),
    inWorkbook('export-package', 'Export a package…', 'Mod+Shift+E'),
    inWorkbook('merge', 'Merge packages…', 'Mod+Shift+M'),
  ]),
  ...place('File', 'Program', [
    page('settings', 'Settings', 'Mod+,'),
    shell('quit', 'Quit', 'Mod+Q'),
  ]),
  ...place('View', 'Go to', [
    page('library', 'Library', 'Mod+1'),
    inWorkbook('framework', 'Framework', 'Mod+2'),
    inWorkbook('workshops', 'Workshops', 'Mod+3'),
    inWorkbook('results', 'Results', 'Mod+4'),
  ]),
  ...place('View', 'Charts', [inWorkbook('chart-tables', 'Charts as tables, or drawn', 'Mod+D')]),
  ...place('View', 'Appearance', [
    page('appearance-system', 'Appearance: same as this laptop'),
    page('appearance-light', 'Appearance: light'),
    page('appearance-dark', 'Appearance: dark'),
    page('appearance-projector', 'Appearance: projector'),
  ]),
  ...place('View', 'Size', [
    shell('zoom-in', 'Larger', 'Mod+Plus'),
    shell('zoom-out', 'Smaller', 'Mod+-'),
    shell('zoom-reset', 'Normal size', 'Mod+0'),
    shell('full-screen', 'Full screen', 'F11'),
  ]),
  ...place('Help', 'Help', [
    page('help', 'Help for this page', 'F1'),
    page('help-keys', 'Keyboard shortcuts', 'Shift+F1'),
    page('about', 'About Framework Workbook'),
  ]),
]

/** Tests whether a command makes sense in this context. */
export function isAvailable(command: Command, context: CommandContext): boolean {
  if (context === 'participant') return command.by === 'shell'
  switch (command.when) {
    case 'always':
      return true
    case 'workbook':
      return context === 'workbook'
    default:
      return assertNever(command.when)
  }
}

/** The things that a person who rates can do by one key. */
export type RatingKeyId =
  | 'level'
  | 'dont-know'
  | 'not-applicable'
  | 'comment'
  | 'next'
  | 'previous'
  | 'undo'
  | 'read'
  | 'help'

/** A key of the person who rates: no Ctrl with it, taken wherever no text is typed, and no other page has it. */
export interface RatingKey {
  readonly id: RatingKeyId
  /** The keys as a browser names them, any of which does it; `1-9` is each of these digits. */
  readonly keys: readonly string[]
}

/** The key of the tenth level, which stands after 9 on every keyboard. */
export const TENTH_LEVEL_KEY = '0'

/** The level that a digit stands for. */
export const levelOfDigit = (digit: string): number =>
  digit === TENTH_LEVEL_KEY ? 10 : Number(digit)

/** The one list of the keys for rating: the page listens for them, and its sheet of keys shows them. */
export const RATING_KEYS: readonly RatingKey[] = [
  { id: 'level', keys: ['1-9', TENTH_LEVEL_KEY] },
  { id: 'dont-know', keys: ['d'] },
  { id: 'not-applicable', keys: ['x'] },
  { id: 'comment', keys: ['c'] },
  { id: 'next', keys: ['j', 'PageDown'] },
  { id: 'previous', keys: ['k', 'PageUp'] },
  { id: 'undo', keys: ['u'] },
  { id: 'read', keys: ['r'] },
  { id: 'help', keys: ['?', 'F1'] },
]

/** The properties of a key press that tell what it does. */
interface PlainPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

const isKey = (key: string, pressed: string): boolean =>
  key === '1-9' ? /^[1-9]$/.test(pressed) : key === pressed

/** The thing that a press does while somebody rates; null for any other press, and for one with Ctrl, Alt or Command. */
export function ratingKeyOf(press: PlainPress): RatingKeyId | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  const pressed = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return RATING_KEYS.find(({ keys }) => keys.some(key => isKey(key, pressed)))?.id ?? null
}

/** The things that a key does while an indicator is shown to a room. */
export type StageKeyId = 'next' | 'previous' | 'blank' | 'comments' | 'wording' | 'list'

/** A key of the page that a room looks at: those that a presenter's remote sends are among them. */
export interface StageKey {
  readonly id: StageKeyId
  readonly label: string
  /** The keys as a browser names them, any of which does it. */
  readonly keys: readonly string[]
}

/** The one list of the keys for showing: the page listens for them, and the help sheet shows them. */
export const STAGE_KEYS: readonly StageKey[] = [
  { id: 'next', label: 'The next indicator', keys: ['PageDown', 'ArrowRight'] },
  { id: 'previous', label: 'The one before', keys: ['PageUp', 'ArrowLeft'] },
  { id: 'blank', label: 'Blank the screen, and back', keys: ['b', '.'] },
  { id: 'comments', label: 'Show what people wrote, or hide it', keys: ['c'] },
  { id: 'wording', label: 'Plain words, or the title', keys: ['w'] },
  { id: 'list', label: 'Back to the list', keys: ['Escape'] },
]

/** The thing that a press does while an indicator is shown; null for any other press. */
export function stageKeyOf(press: PlainPress): StageKeyId | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null
  const pressed = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return STAGE_KEYS.find(({ keys }) => keys.includes(pressed))?.id ?? null
}
