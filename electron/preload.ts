import { contextBridge, ipcRenderer } from 'electron'
import type { DesktopBridge, EngineLineMessage } from '../shared/host.ts'
import { CHANNELS } from './channels.ts'

// A port cannot pass the context bridge, so it goes to the page as a window message of its own origin.
ipcRenderer.on(CHANNELS.engineLine, ({ ports }) =>
  window.postMessage('engine-line' satisfies EngineLineMessage, location.origin, [...ports]),
)
ipcRenderer.on(CHANNELS.engineLost, () =>
  window.postMessage('engine-lost' satisfies EngineLineMessage, location.origin),
)

const bridge: DesktopBridge = {
  front: 'desktop',
  callEngine: () => void ipcRenderer.invoke(CHANNELS.callEngine),
  chooseFile: purpose => ipcRenderer.invoke(CHANNELS.chooseFile, purpose),
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
  contextChanged: context => void ipcRenderer.invoke(CHANNELS.contextChanged, context),
  appearanceChanged: appearance => void ipcRenderer.invoke(CHANNELS.appearanceChanged, appearance),
}

contextBridge.exposeInMainWorld('workbookHost', bridge)
