import { COMMANDS, type Command, type PageCommandId } from '../../shared/commands.ts'

/** What of a key press tells which command it is. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const isMac = (platform: string) => /mac|iphone|ipad/i.test(platform)

/** Whether a key press is that of a command, written as the command list writes keys. */
export function isPressOf(keys: string, press: KeyPress, platform: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const mod = isMac(platform) ? press.metaKey : press.ctrlKey
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('Mod') &&
    press.shiftKey === parts.includes('Shift') &&
    !press.altKey
  )
}

const isPageCommand = (command: Command): command is Command & { readonly id: PageCommandId } =>
  command.by === 'page'

/**
 * Listens for the keys of the page's commands, which in a browser no menu takes. Returns how to stop.
 */
export function listenForKeys(
  platform: string,
  listener: (command: PageCommandId) => void,
): () => void {
  const commands = COMMANDS.filter(isPageCommand)
  const onPress = (press: KeyboardEvent) => {
    const command = commands.find(({ keys }) => keys !== null && isPressOf(keys, press, platform))
    if (!command) return
    press.preventDefault()
    listener(command.id)
  }
  window.addEventListener('keydown', onPress)
  return () => window.removeEventListener('keydown', onPress)
}
