import { spawn } from 'node:child_process'

/** Opens an address in this machine's browser, if it has one; says nothing when it has none. */
export function openInBrowser(url: string): void {
  const command = openingCommand(url)
  if (!command) return
  const opener = spawn(command.program, command.arguments, { detached: true, stdio: 'ignore' })
  opener.once('error', () => undefined)
  opener.unref()
}

function openingCommand(
  url: string,
): { readonly program: string; readonly arguments: readonly string[] } | null {
  switch (process.platform) {
    case 'darwin':
      return { program: 'open', arguments: [url] }
    case 'win32':
      // `start` takes its first quoted argument for a window title, so it gets an empty one.
      return { program: 'cmd', arguments: ['/c', 'start', '', url] }
    default:
      // Without a display xdg-open would put a text browser in this very terminal.
      return process.env.DISPLAY || process.env.WAYLAND_DISPLAY
        ? { program: 'xdg-open', arguments: [url] }
        : null
  }
}
