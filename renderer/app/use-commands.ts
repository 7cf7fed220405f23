import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { assertNever } from '../../shared/assert-never.ts'
import type { CommandContext, PageCommandId } from '../../shared/commands.ts'
import { type Services, useServices } from '../data/services.tsx'
import { useExample } from '../pages/library/use-example.ts'
import { routes } from './routes.ts'

interface CommandActions {
  readonly go: (route: string) => void
  readonly explore: () => void
  readonly help: () => void
  readonly showKeys: () => void
  readonly appearance: Services['appearance']
  /** The open workbook; null in the library, where the commands of a workbook do nothing. */
  readonly workbook: string | null
}

function run(command: PageCommandId, actions: CommandActions): void {
  const { go, workbook, appearance } = actions
  switch (command) {
    case 'library':
      go(routes.library())
      break
    case 'new-workbook':
      go(routes.newWorkbook())
      break
    case 'open-packages':
      go(routes.openPackages())
      break
    case 'explore-example':
      actions.explore()
      break
    case 'framework':
    case 'workshops':
    case 'results':
    case 'export':
    case 'merge':
      if (workbook !== null) go(routes[command](workbook))
      break
    case 'export-package':
      if (workbook !== null) go(routes.exportPackage(workbook))
      break
    case 'appearance-system':
      appearance.getState().choose('system')
      break
    case 'appearance-light':
      appearance.getState().choose('light')
      break
    case 'appearance-dark':
      appearance.getState().choose('dark')
      break
    case 'appearance-projector':
      appearance.getState().choose('projector')
      break
    // The page that has charts listens for it.
    case 'chart-tables':
      break
    case 'settings':
    case 'about':
      go(routes[command]())
      break
    case 'help':
      actions.help()
      break
    case 'help-keys':
      actions.showKeys()
      break
    default:
      assertNever(command)
  }
}

/** Carries out the commands of the menu and the keys. */
export function useCommands(
  workbook: string | null,
  { help, showKeys }: Pick<CommandActions, 'help' | 'showKeys'>,
): void {
  const { host, appearance } = useServices()
  const [, go] = useLocation()
  const { explore } = useExample()
  useEffect(
    () =>
      host.onCommand(command => {
        run(command, { go, explore: () => void explore(), help, showKeys, appearance, workbook })
      }),
    [host, go, explore, help, showKeys, appearance, workbook],
  )
  useCommandContext(workbook === null ? 'library' : 'workbook')
}

/**
 * Tells the program around the page the present context, so that its menu offers only commands that
 * apply.
 */
export function useCommandContext(context: CommandContext): void {
  const { host } = useServices()
  useEffect(() => host.contextChanged(context), [host, context])
}
