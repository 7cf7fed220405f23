import { assertNever } from './assert-never.ts'

/** Where a person is: in the library, with no workbook open, or in a workbook. */
export type CommandContext = 'library' | 'workbook'

/** The menus, in the order in which they stand. */
export const MENUS = ['File', 'View', 'Help'] as const
export type MenuName = (typeof MENUS)[number]

/** Something a person can tell the program to do, by menu, by keys or by a control of the page. */
interface CommandDefinition {
  readonly id: string
  readonly label: string
  readonly menu: MenuName
  /** Commands of one group stand together: a heading in the help sheet, a line in the menu. */
  readonly group: 'Workbooks' | 'Program' | 'Go to' | 'Appearance' | 'Size' | 'Help'
  /** Written `Mod+Shift+K`, where Mod is Ctrl, or Command on a Mac; null when it has no keys. */
  readonly keys: string | null
  /** Where it makes sense: anywhere, or only in a workbook. */
  readonly when: 'always' | 'workbook'
  /** Who does it: the page, or the program around it (in a browser, the browser does these). */
  readonly by: 'page' | 'shell'
}

const definitions = [
  {
    id: 'new-workbook',
    label: 'New workbook from a framework file…',
    menu: 'File',
    group: 'Workbooks',
    keys: 'Mod+O',
    when: 'always',
    by: 'page',
  },
  {
    id: 'explore-example',
    label: 'Explore the example',
    menu: 'File',
    group: 'Workbooks',
    keys: null,
    when: 'always',
    by: 'page',
  },
  {
    id: 'export',
    label: 'Export results…',
    menu: 'File',
    group: 'Workbooks',
    keys: 'Mod+E',
    when: 'workbook',
    by: 'page',
  },
  {
    id: 'quit',
    label: 'Quit',
    menu: 'File',
    group: 'Program',
    keys: 'Mod+Q',
    when: 'always',
    by: 'shell',
  },
  {
    id: 'library',
    label: 'Library',
    menu: 'View',
    group: 'Go to',
    keys: 'Mod+1',
    when: 'always',
    by: 'page',
  },
  {
    id: 'framework',
    label: 'Framework',
    menu: 'View',
    group: 'Go to',
    keys: 'Mod+2',
    when: 'workbook',
    by: 'page',
  },
  {
    id: 'workshops',
    label: 'Workshops',
    menu: 'View',
    group: 'Go to',
    keys: 'Mod+3',
    when: 'workbook',
    by: 'page',
  },
  {
    id: 'results',
    label: 'Results',
    menu: 'View',
    group: 'Go to',
    keys: 'Mod+4',
    when: 'workbook',
    by: 'page',
  },
  {
    id: 'appearance-system',
    label: 'Appearance: same as this laptop',
    menu: 'View',
    group: 'Appearance',
    keys: null,
    when: 'always',
    by: 'page',
  },
  {
    id: 'appearance-light',
    label: 'Appearance: light',
    menu: 'View',
    group: 'Appearance',
    keys: null,
    when: 'always',
    by: 'page',
  },
  {
    id: 'appearance-dark',
    label: 'Appearance: dark',
    menu: 'View',
    group: 'Appearance',
    keys: null,
    when: 'always',
    by: 'page',
  },
  {
    id: 'appearance-projector',
    label: 'Appearance: projector',
    menu: 'View',
    group: 'Appearance',
    keys: null,
    when: 'always',
    by: 'page',
  },
  {
    id: 'zoom-in',
    label: 'Larger',
    menu: 'View',
    group: 'Size',
    keys: 'Mod+Plus',
    when: 'always',
    by: 'shell',
  },
  {
    id: 'zoom-out',
    label: 'Smaller',
    menu: 'View',
    group: 'Size',
    keys: 'Mod+-',
    when: 'always',
    by: 'shell',
  },
  {
    id: 'zoom-reset',
    label: 'Normal size',
    menu: 'View',
    group: 'Size',
    keys: 'Mod+0',
    when: 'always',
    by: 'shell',
  },
  {
    id: 'full-screen',
    label: 'Full screen',
    menu: 'View',
    group: 'Size',
    keys: 'F11',
    when: 'always',
    by: 'shell',
  },
  {
    id: 'help-keys',
    label: 'Keyboard shortcuts',
    menu: 'Help',
    group: 'Help',
    keys: 'F1',
    when: 'always',
    by: 'page',
  },
] as const satisfies readonly CommandDefinition[]

type CommandId = (typeof definitions)[number]['id']

/** The commands that the page does; the program around it sends these and no others. */
export type PageCommandId = Extract<(typeof definitions)[number], { readonly by: 'page' }>['id']

/** One command of the list. */
export type Command = CommandDefinition &
  (
    | { readonly by: 'page'; readonly id: PageCommandId }
    | { readonly by: 'shell'; readonly id: Exclude<CommandId, PageCommandId> }
  )
export type PageCommand = Extract<Command, { readonly by: 'page' }>
export type ShellCommand = Extract<Command, { readonly by: 'shell' }>

/** The one list of commands: menu, keys and the help sheet are all made from it. */
export const COMMANDS: readonly Command[] = definitions

/** Whether a command makes sense in this context. */
export function isAvailable(command: Command, context: CommandContext): boolean {
  switch (command.when) {
    case 'always':
      return true
    case 'workbook':
      return context === 'workbook'
    default:
      return assertNever(command.when)
  }
}
