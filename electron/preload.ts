import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopBridge, EngineLineMessage } from '../shared/host.ts'
import { CHANNELS } from './channels.ts'

// A port cannot pass the context bridge, so it goes to the page as a window message of its own origin.
ipcRenderer.on(CHANNELS.engineLine, ({ ports }) =>
  window.postMessage('engine-line' satisfies EngineLineMessage, location.origin, [...ports]),
)
ipcRenderer.on(CHANNELS.engineLost, () =>
  window.postMessage('engine-lost' satisfies EngineLineMessage, location.origin),
)

// Only a person's own drop says where a file lies: the page can make neither such a drop nor its path.
window.addEventListener(
  'drop',
  ({ isTrusted, dataTransfer }) => {
    const files: readonly (File & { readonly path?: string })[] = [...(dataTransfer?.files ?? [])]
    // Electron before 29 has no such helper and puts the path on the file.
    const paths = files.map(file => file.path ?? webUtils.getPathForFile(file))
    if (isTrusted && paths.length > 0) void ipcRenderer.invoke(CHANNELS.filesDropped, paths)
  },
  true,
)

const bridge: DesktopBridge = {
  front: 'desktop',
  callEngine: () => void ipcRenderer.invoke(CHANNELS.callEngine),
  chooseFile: purpose => ipcRenderer.invoke(CHANNELS.chooseFile, purpose),
  chooseFiles: purpose => ipcRenderer.invoke(CHANNELS.chooseFiles, purpose),
  choosePackages: from => ipcRenderer.invoke(CHANNELS.choosePackages, from),
  takeDropped: () => ipcRenderer.invoke(CHANNELS.takeDropped),
  takeDroppedPackages: () => ipcRenderer.invoke(CHANNELS.takeDroppedPackages),
  chooseDestination: (suggestedName, format) =>
    ipcRenderer.invoke(CHANNELS.chooseDestination, suggestedName, format),
  // What was written is already where the person wanted it.
  deliver: () => Promise.resolve(),
  showInFolder: destination => ipcRenderer.invoke(CHANNELS.showInFolder, destination.permit),
  onCommand: listener => {
    const onEvent = (_event: unknown, command: Parameters<typeof listener>[0]) => listener(command)
    ipcRenderer.on(CHANNELS.command, onEvent)
    return () => {
      ipcRenderer.off(CHANNELS.command, onEvent)
    }
  },
  onPackagesHanded: listener => {
    const take = async () => {
      const files: Parameters<typeof listener>[0] = await ipcRenderer.invoke(CHANNELS.takeHanded)
      if (files.length > 0) listener(files)
    }
    const onEvent = () => void take()
    ipcRenderer.on(CHANNELS.packagesHanded, onEvent)
    onEvent()
    return () => {
      ipcRenderer.off(CHANNELS.packagesHanded, onEvent)
    }
  },
  onAskForPin: listener => {
    const onEvent = (_event: unknown, reason: Parameters<typeof listener>[0]) => listener(reason)
    ipcRenderer.on(CHANNELS.askForPin, onEvent)
    return () => {
      ipcRenderer.off(CHANNELS.askForPin, onEvent)
    }
  },
  quit: () => ipcRenderer.invoke(CHANNELS.quit),
  clearCopies: hasCopied => ipcRenderer.invoke(CHANNELS.clearCopies, hasCopied),
  chooseLibrary: () => ipcRenderer.invoke(CHANNELS.chooseLibrary),
  chooseSecondPlace: () => ipcRenderer.invoke(CHANNELS.chooseSecondPlace),
  contextChanged: context => void ipcRenderer.invoke(CHANNELS.contextChanged, context),
  appearanceChanged: appearance => void ipcRenderer.invoke(CHANNELS.appearanceChanged, appearance),
}

contextBridge.exposeInMainWorld('workbookHost', bridge)
